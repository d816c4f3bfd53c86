import { readArguments } from './arguments.ts';
import { confirm } from './confirm.ts';
import { runNew } from './new/run-new.ts';
import { root } from './root.ts';
import { readToday } from './today.ts';

const { values, positionals } = readArguments({
  name: 'new',
  help: 'Writes a draft of an essay (new essay "Title" --domain ID), or a domain (new domain ID --name … --question … --covers …), or turns a clone into an empty review (new review "Title" --question …).',
  positionals: 'essay|domain|review NAME',
  options: {
    domain: { type: 'string', value: 'ID', help: 'The domain of an essay.' },
    author: {
      type: 'string',
      multiple: true,
      value: 'ID',
      help: 'An author of an essay, by id, or of a review, by name; may be repeated.',
    },
    name: { type: 'string', value: 'TEXT', help: 'What a domain is called.' },
    question: { type: 'string', value: 'TEXT', help: 'What the review asks, of a domain or as a whole.' },
    covers: { type: 'string', value: 'TEXT', help: 'Which literature a domain covers.' },
    locale: { type: 'string', value: 'LOCALE', help: 'The language of a review, such as de-DE.' },
    yes: { type: 'boolean', help: 'Empties the review without asking.' },
  },
});
try {
  const today = readToday();
  const { lines, code } = await runNew(positionals, values, { root, today, confirm });
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
