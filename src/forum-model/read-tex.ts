import type { LiteDocument } from 'mathjax-full/js/adaptors/lite/Document.js';
import type { LiteElement } from 'mathjax-full/js/adaptors/lite/Element.js';
import type { LiteText } from 'mathjax-full/js/adaptors/lite/Text.js';
import { AbstractInputJax } from 'mathjax-full/js/core/InputJax.js';
import type { MathDocument } from 'mathjax-full/js/core/MathDocument.js';
import type { MathItem, ProtoItem } from 'mathjax-full/js/core/MathItem.js';
import type { MmlNode } from 'mathjax-full/js/core/MmlTree/MmlNode.js';
import { TeX } from 'mathjax-full/js/input/tex.js';
import { AllPackages } from 'mathjax-full/js/input/tex/AllPackages.js';
import { FindTeX } from 'mathjax-full/js/input/tex/FindTeX.js';

type LiteNode = LiteElement | LiteText;
type Document = MathDocument<LiteNode, LiteText, LiteDocument>;
type Item = MathItem<LiteNode, LiteText, LiteDocument>;

/** What MathJax's parser said of a formula, by kind and TeX; start with `new Map()`. */
export type Readings = Map<string, 'formula' | 'refused'>;

// These two show the source of what is wrong as if it were a formula.
const packages = AllPackages.filter((name) => name !== 'noerrors' && name !== 'noundefined');

/** Commands whose meaning reaches beyond their formula, or comes from before it. */
const reachesBeyond =
  /\\(?:(?:re)?newcommand|providecommand|(?:re)?newenvironment|[gex]?def|let|DeclareMathOperator|newtagform|usetagform|label|tag|(?:eq)?ref|require)(?![a-zA-Z])/;

/**
 * MathJax's reader of TeX, which reads a formula once for all posts.
 *
 * A formula is `math`, or `merror` where MathJax refuses it or a part of it. Where one of a post defines something, all
 * of that post are read anew.
 */
export class TexInput extends AbstractInputJax<LiteNode, LiteText, LiteDocument> {
  static override readonly NAME: string = 'TeX';
  private readonly readings: Readings;
  private tex: TeX<LiteNode, LiteText, LiteDocument> | null = null;
  private isPlain = true;
  private readonly find = new FindTeX<LiteNode, LiteText, LiteDocument>({});

  constructor(readings: Readings) {
    super({});
    this.readings = readings;
  }

  override findMath(strings: string[]): ProtoItem<LiteNode, LiteText>[] {
    const found = this.find.findMath(strings);
    this.isPlain &&= !found.some(({ math }) => reachesBeyond.test(math));
    return found;
  }

  override compile(item: Item, document: Document): MmlNode {
    const id = `${item.display ? 'display' : 'inline'} ${item.math}`;
    const known = this.isPlain ? this.readings.get(id) : undefined;
    const reading = known ?? this.read(item, document);
    if (this.isPlain) this.readings.set(id, reading);
    return this.mmlFactory.create(reading === 'refused' ? 'merror' : 'math');
  }

  private read(item: Item, document: Document): 'formula' | 'refused' {
    this.tex ??= this.createTex();
    let isRefused = false;
    this.tex.compile(item, document).walkTree((node) => {
      isRefused ||= node.isKind('merror');
    });
    return isRefused ? 'refused' : 'formula';
  }

  private createTex(): TeX<LiteNode, LiteText, LiteDocument> {
    const tex = new TeX<LiteNode, LiteText, LiteDocument>({ packages });
    tex.setAdaptor(this.adaptor);
    tex.setMmlFactory(this.mmlFactory);
    tex.initialize();
    return tex;
  }
}
