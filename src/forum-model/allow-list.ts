import type { IOptions } from 'sanitize-html';

const words = (list: string): string[] => list.trim().split(/\s+/);

const anyValue = [/^.*$/];
const size = [/^(?:\d|\.)+(?:px|em|%)$/];
const styles = (names: string, values: RegExp[]) => Object.fromEntries(words(names).map((name) => [name, values]));

const ofTables = {
  ...styles(
    `background-color border border-bottom border-left border-right border-top border-color border-style text-align
    vertical-align padding`,
    anyValue,
  ),
  ...styles('width height', size),
};

const ofCode = words('class data-language data-highlight-language data-theme data-gutter spellcheck');

/**
 * What the forum preserves of a post's HTML: elements, attributes, classes, styles, and hosts allowed in frames.
 *
 * MathML's attributes are omitted, because posts contain none. Source: ForumMagnum, commit 1b45da5 (August 2026),
 * `lib/utils/sanitize.ts`.
 */
export const allowList: IOptions = {
  allowedTags: words(`
    h1 h2 h3 h4 h5 h6 blockquote p a ul ol nl li b i u strong em strike s code hr br div table thead caption tbody tr th
    td pre img figure figcaption section span sub sup ins del iframe audio details summary
    math mi mn mo ms mspace mtext merror mfrac mpadded mphantom mroot mrow msqrt mstyle mmultiscripts mover mprescripts
    msub msubsup msup munder munderover mtable mtd mtr
  `),
  allowedAttributes: {
    '*': words(`
      data-footnote-content data-footnote-id data-footnote-index data-footnote-item data-footnote-reference
      data-footnote-section data-footnote-back-link data-footnote-back-link-href data-internal-id data-visibility
    `),
    a: words('class href name target rel data-href'),
    audio: words('controls src style'),
    code: ofCode,
    details: ['class'],
    div: words(`
      class data-oembed-url data-elicit-id data-metaculus-id data-manifold-slug data-metaforecast-slug data-owid-slug
      data-viewpoints-slug data-props data-review-results data-model-name
    `),
    figure: words('style class'),
    iframe: words('src allowfullscreen allow srcdoc sandbox title data-lexical-iframe-widget'),
    img: words('src srcset alt style'),
    li: words('id role value'),
    ol: words('start reversed type role'),
    pre: [...ofCode, 'style'],
    section: words('class message-id user-id user-order submitted-date display-name'),
    span: words('style id role class data-mention-kind data-mention-id data-mention-title'),
    summary: ['class'],
    table: ['style'],
    tbody: ['style'],
    tr: ['style'],
    td: words('rowspan colspan style'),
    th: words('rowspan colspan style'),
  },
  allowedClasses: {
    code: ['code-block'],
    details: ['detailsBlock'],
    div: words(`
      spoilers footnote-content footnote-item footnote-label footnote-reference metaculus-preview manifold-preview
      neuronpedia-preview metaforecast-preview owid-preview elicit-binary-prediction thoughtSaverFrameWrapper
      strawpoll-embed estimaker-preview viewpoints-preview ck-cta-button ck-cta-button-centered ck-poll
      detailsBlockContent calendly-preview lwartifacts-preview youtube-preview review-results-table
      conditionallyVisibleBlock defaultVisible defaultHidden table-scrollable-wrapper table-scroll-right
      table-scroll-left table-scroll-middle table-cell-action-button-container table-cell-resizer llm-content-block
      llm-content-block-content
    `),
    iframe: ['thoughtSaverFrame'],
    li: words('footnote-item nested-list-item'),
    ol: words('footnotes footnote-section'),
    pre: ['code-block'],
    span: words(`
      footnote-reference footnote-label footnote-back-link math-tex research-mention code-token-comment
      code-token-deleted code-token-inserted code-token-unchanged code-token-punctuation code-token-property
      code-token-selector code-token-operator code-token-attr code-token-variable code-token-function
    `),
    summary: ['detailsBlockTitle'],
    table: words(`
      editor-table table-selected table-selection table-row-striping table-frozen-column table-frozen-row
      table-alignment-center table-alignment-right
    `),
    td: words('table-cell table-cell-selected'),
    th: words('table-cell table-cell-header table-cell-selected'),
    tr: ['table-row-striping'],
  },
  allowedIframeHostnames: words(`
    www.youtube.com youtube.com www.youtube-nocookie.com youtube-nocookie.com d3s0w6fek99l5b.cloudfront.net metaculus.com
    manifold.markets metaforecast.org app.thoughtsaver.com ourworldindata.org strawpoll.com estimaker.app viewpoints.xyz
    calendly.com neuronpedia.org lwartifacts.vercel.app
  `),
  allowedStyles: {
    figure: { ...styles('width height', size), padding: anyValue },
    img: { ...styles('width height max-width max-height', size), padding: anyValue },
    pre: { '--gutter-chars': [/^\d+$/] },
    span: { color: [/^(?:[a-z]+|#(?:[\da-f]{3}){1,2}|(?:rgb|hsl)a?\([\d%.,\s]+\))$/] },
    table: ofTables,
    td: ofTables,
    th: ofTables,
  },
};
