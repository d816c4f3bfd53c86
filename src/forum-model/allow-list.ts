import type { IOptions } from 'sanitize-html';

const words = (list: string): string[] => list.trim().split(/\s+/);

const borders = words('border border-color border-style border-width width height text-align background-color padding');
const anyValue = [/^.*$/];
const styles = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, anyValue]));

/**
 * What is kept of a post's HTML: elements, attributes, styles, and the hosts that may be shown in a frame.
 *
 * Source: ForumMagnum, commit 1b45da5 (August 2026).
 */
export const allowList: IOptions = {
  allowedTags: words(`
    h1 h2 h3 h4 h5 h6 blockquote p a ul ol li b i u strong em strike s code hr br div table thead tbody caption tr th td
    pre img figure figcaption section span sub sup ins del iframe audio details summary
    math mi mn mo ms mspace mtext merror mfrac mpadded mphantom mroot mrow msqrt mstyle mmultiscripts mover mprescripts
    msub msubsup msup munder munderover mtable mtr mtd
  `),
  allowedAttributes: {
    a: words('class href name target rel'),
    audio: words('controls src title class'),
    code: ['class'],
    details: words('class open'),
    div: words(
      'class data-model-name data-footnote-content data-oembed-url data-elicit-id data-metaculus-id data-manifold-id',
    ),
    figure: words('style class'),
    iframe: words('src srcdoc title class data-lexical-iframe-widget allowfullscreen allow'),
    img: words('src srcset alt style'),
    li: words('id role value class data-footnote-item data-footnote-index data-footnote-id'),
    ol: words('start reversed type role class data-footnote-section'),
    pre: ['class'],
    span: words(
      'style id role class data-footnote-reference data-footnote-index data-footnote-id data-footnote-back-link',
    ),
    summary: ['class'],
    table: ['style'],
    td: words('rowspan colspan style'),
    th: words('rowspan colspan style'),
  },
  allowedIframeHostnames: words(`
    metaculus.com manifold.markets metaforecast.org ourworldindata.org www.youtube.com youtube.com neuronpedia.org
  `),
  allowedStyles: {
    img: styles(words('width height max-width max-height padding')),
    span: { color: anyValue },
    figure: styles(words('width height max-width max-height padding')),
    table: styles(borders),
    td: styles(borders),
    th: styles(borders),
  },
};
