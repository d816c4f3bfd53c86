import type { ComponentName } from '../../engine/model/vocabulary.ts';

/** A piece of an essay that uses each component. */
export const componentExamples: Readonly<Record<ComponentName, string>> = {
  Figure: `[](#fig-loss) is a sketch.

<Figure id="fig-loss" src="./loss.svg" alt="Loss falls along a straight line." credit="Drawn for this guide.">

Loss against compute, both logarithmic [after @kaplan2020scaling].

</Figure>`,
  Table: `[](#tab-laws) has the exponents.

<Table id="tab-laws">

| Law of | Exponent |
| --- | --: |
| compute | 0.050 |
| data | 0.095 |

Exponents of loss [@kaplan2020scaling].

</Table>`,
  Note: `The exponent is small.<Note>About a twentieth: doubling the compute takes 3% off the loss.</Note> It is all the same for any model.`,
  Details: `<Details summary="Where the 3% come from">

$2^{-0.05} \\approx 0.966$, with the exponent of compute.

</Details>`,
  Theorem: `<Theorem id="thm-tc0" kind="theorem" title="in our words">

What a transformer of fixed depth decides in one pass lies in $\\mathsf{TC}^0$ [@merrill2023parallelism].

</Theorem>

By [](#thm-tc0) long serial work has to be written down.`,
  Embed: `<Embed src="https://www.metaculus.com/questions/3479/date-weakly-general-ai-is-publicly-known/" title="When will weakly general AI be known?" />`,
  Withheld: `The attack has two steps.

<Withheld reason="A recipe: the effect is what matters here.">

What stands here is dropped when the essay is read.

</Withheld>`,
};
