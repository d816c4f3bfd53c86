import { formatMessages } from '../../engine/model/format-messages.ts';
import { stringsOf } from '../../engine/model/strings/index.ts';
import { renderForumMarkdown } from '../../engine/render/forum/index.ts';
import { renderSiteEssay, renderSitePhrasing, type SiteContext } from '../../engine/render/site/index.ts';
import { parseExample, type ExampleKind, type ParsedExample } from './example-review.ts';
import { isolate, nowhere } from './isolate.ts';
import figure from './loss.svg?url&no-inline';

export type RenderedExample = {
  /** As a page of the site shows it, with its ids under `prefix`. */
  site: string;
  /** The post's Markdown; null where no essay is shown. */
  post: string | null;
};

/**
 * What the engine makes of an example.
 *
 * @throws Error where there is a message about it: an example of the guide has to be right.
 */
export function renderExample(
  source: string,
  { kind, prefix }: { kind: ExampleKind; prefix: string },
): RenderedExample {
  const { review, messages } = parseExample(source, { kind });
  if (messages.length > 0 || review === null)
    throw new Error(
      `An example of the guide is wrong:\n${sayOf(messages, source)}Mend it, or show it as <Example wrong>.`,
    );
  const context: SiteContext = {
    library: review.library,
    strings: stringsOf(review.config.value.locale),
    base: nowhere,
    imageOf: () => ({ src: figure, original: figure, width: '480', height: '240' }),
  };
  if (kind === 'library') {
    const references = [...review.formatted.values()].map(
      ({ short, reference }) =>
        `<li><b>${renderSitePhrasing([{ type: 'text', value: short }], context)}</b> ${renderSitePhrasing(reference, context)}</li>`,
    );
    return { site: isolate(`<ul class="works">${references.join('')}</ul>`, prefix), post: null };
  }
  const [essay] = review.essays;
  if (essay === undefined)
    throw new Error(`An example of the guide gave no essay:\n${source}\nMend it, or show it as <Example wrong>.`);
  return {
    site: isolate(renderSiteEssay(essay, context), prefix),
    post: renderForumMarkdown(essay, { config: review.config.value, library: review.library }),
  };
}

/**
 * What `npm run check` prints of an example.
 *
 * @throws Error where it finds nothing wrong.
 */
export function renderMessages(source: string, kind: ExampleKind): string {
  const { messages } = parseExample(source, { kind, use: 'silent' });
  if (messages.length === 0)
    throw new Error(
      `An example of the guide that shows a mistake has none:\n${source}\nMake one, or leave out \`wrong\`.`,
    );
  return formatMessages(messages);
}

const sayOf = (messages: ParsedExample['messages'], source: string): string =>
  messages.length === 0 ? `${source}\n` : formatMessages(messages);
