import { openCache } from '../src/build/cache.ts';
import { readInputs } from '../src/build/inputs.ts';
import { compilePapers } from '../src/build/preprint/compile.ts';
import { renderPreprints } from '../src/build/preprint/render-preprints.ts';
import { writePreprint } from '../src/build/preprint/write-preprint.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf, type Message } from '../src/engine/model/message.ts';
import type { Review } from '../src/engine/model/review.ts';
import { suggestionFor } from '../src/engine/model/suggestion.ts';
import { readArguments, refuse, refusalOf } from './arguments.ts';
import { readContent } from './content.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';

const command = {
  name: 'preprint',
  help: 'Checks, then writes the review and each essay as papers for pdflatex into preprint/; or the essay that is named.',
  positionals: '[SLUG]',
  options: {
    pdf: { type: 'boolean', default: false, help: 'Compiles them with latexmk too.' },
    drafts: { type: 'boolean', default: false, help: 'Includes essays that are not cleared.' },
  },
} as const;

const { values, positionals } = readArguments(command);
const [slug = null, surplus] = positionals;
if (surplus !== undefined) refuse(refusalOf(command, `Unknown argument \`${surplus}\``));

await runCommand(async () => {
  const inputs = readInputs(root);
  const cache = openCache(root, inputs.code);
  const review = await readContent(cache, { drafts: values.drafts });
  if (slug !== null) refuseUnknown(slug, review);
  const preprints = await renderPreprints(review, { root, cache, slug });
  endOnErrors(preprints.messages);
  const compiled = values.pdf ? await compilePapers(preprints, { root, cache }) : [];
  endOnErrors(compiled.flatMap(({ messages }) => messages));
  const settings = [`pdf: ${values.pdf}`, `drafts: ${values.drafts}`, slug ?? ''];
  const { isNew } = await writePreprint(root, { preprints, compiled }, { cache, inputs, settings });
  const count = preprints.papers.length;
  const papers = `${count} ${count === 1 ? 'paper' : 'papers'}${values.pdf ? ' with PDF' : ''}`;
  process.stdout.write(
    isNew ? `Wrote ${papers} into preprint/.\n` : `Nothing has changed: preprint/ holds ${papers}.\n`,
  );
});

function refuseUnknown(name: string, { essays }: Review): void {
  const slugs = essays.map((essay) => essay.slug);
  if (!slugs.includes(name)) refuse(refusalOf(command, `Unknown essay \`${name}\`${suggestionFor(name, slugs)}`));
}

/** Prints messages, and ends the command where one of them is an error. */
function endOnErrors(messages: readonly Message[]): void {
  process.stderr.write(formatMessages(messages));
  if (messages.some((message) => levelOf(message) === 'error')) process.exit(1);
}
