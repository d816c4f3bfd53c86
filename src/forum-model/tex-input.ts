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

/** Whether MathJax can parse a formula, by kind and TeX. Initially `new Map()`. */
export type FormulaCache = Map<string, 'formula' | 'error'>;

// These two packages show the source of an error as if it were a formula.
const packages = AllPackages.filter((name) => name !== 'noerrors' && name !== 'noundefined');

/** Commands that affect other formulas, or depend on them. */
const dependsOnOthers =
  /\\(?:(?:re)?newcommand|providecommand|(?:re)?newenvironment|[gex]?def|let|DeclareMathOperator|newtagform|usetagform|label|(?:eq)?ref|require)(?![a-zA-Z])/;

/**
 * MathJax's TeX parser with a cache of formulas across posts.
 *
 * A formula becomes `math`, or `merror` if MathJax reports an error in it. If a formula of a post defines a command,
 * the cache is not used for that post.
 */
export class TexInput extends AbstractInputJax<LiteNode, LiteText, LiteDocument> {
  static override readonly NAME: string = 'TeX';
  private readonly formulaCache: FormulaCache;
  private tex: TeX<LiteNode, LiteText, LiteDocument> | null = null;
  private isCacheable = true;
  private readonly find = new FindTeX<LiteNode, LiteText, LiteDocument>({});

  constructor(formulaCache: FormulaCache) {
    super({});
    this.formulaCache = formulaCache;
  }

  override findMath(strings: string[]): ProtoItem<LiteNode, LiteText>[] {
    const formulas = this.find.findMath(strings);
    this.isCacheable &&= !formulas.some(({ math }) => dependsOnOthers.test(math));
    return formulas;
  }

  override compile(item: Item, document: Document): MmlNode {
    const id = `${item.display ? 'display' : 'inline'} ${item.math}`;
    const cached = this.isCacheable ? this.formulaCache.get(id) : undefined;
    const result = cached ?? this.parse(item, document);
    if (this.isCacheable) this.formulaCache.set(id, result);
    return this.mmlFactory.create(result === 'error' ? 'merror' : 'math');
  }

  private parse(item: Item, document: Document): 'formula' | 'error' {
    this.tex ??= this.createTex();
    let hasError = false;
    this.tex.compile(item, document).walkTree((node) => {
      hasError ||= node.isKind('merror');
    });
    return hasError ? 'error' : 'formula';
  }

  private createTex(): TeX<LiteNode, LiteText, LiteDocument> {
    const tex = new TeX<LiteNode, LiteText, LiteDocument>({ packages });
    tex.setAdaptor(this.adaptor);
    tex.setMmlFactory(this.mmlFactory);
    tex.initialize();
    return tex;
  }
}
