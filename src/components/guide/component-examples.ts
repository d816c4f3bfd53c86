import type { ComponentName } from '../../engine/model/vocabulary.ts';

/** A part of an essay for each component. */
export const componentExamples: Readonly<Record<ComponentName, string>> = {
  Figure: `[](#fig-loss) is a sketch.

<Figure id="fig-loss" src="./loss.svg" alt="Heat loss falls along a straight line." credit="Drawn for this guide.">

Heat loss per kilogram against body mass, both logarithmic [after @doe1932body].

</Figure>`,
  Chart: `[](#fig-rates) is drawn from \`rates.csv\`.

<Chart id="fig-rates" spec="./rates.chart.yaml" alt="Metabolic rate rises with body mass: a mouse 0.2 watts, a dog 30, a person 80, a cow 270.">

Metabolic rate at rest against body mass [@doe1932body; @roe2003mammals].

</Chart>`,
  Table: `[](#tab-laws) has the exponents.

<Table id="tab-laws">

| Animals | Exponent |
| --- | --: |
| mammals | 0.67 |
| birds | 0.68 |

Exponents of metabolic rate [@roe2003mammals].

</Table>`,
  Equation: `<Equation id="eq-rate">

$$
B = B_0 \\, m^{2/3}
$$

</Equation>

By [](#eq-rate) an animal of twice the mass burns 59% more [@doe1932body].`,
  Note: `The exponent is below one.<Note>About two thirds: an animal of twice the mass burns 59% more.</Note> It is much the same for all mammals.`,
  Details: `<Details summary="Derivation of the 59%">

$2^{2/3} \\approx 1.587$, with the exponent of mammals.

</Details>`,
  Callout: `<Callout kind="caution">

The exponent was fitted on mammals alone [@roe2003mammals].

</Callout>`,
  Theorem: `<Theorem id="thm-surface" kind="theorem" title="in our words">

An animal that loses heat through its surface burns in proportion to $m^{2/3}$ [@roe2005scaling].

</Theorem>

By [](#thm-surface) a large animal burns less for each kilogram.`,
  Finding: `<Finding id="find-mammals" consideration="one-law" direction="for" certainty="moderate" because="replicated, indirect">

Metabolic rate grows with the same power of mass in mammals of every size [@doe1932body; @roe2003mammals].

</Finding>

One law for all animals is likely, says [](#find-mammals).`,
  EvidenceMap: `<Finding id="find-mammals" consideration="one-law" direction="for" certainty="moderate" because="replicated, indirect">

Metabolic rate grows with the same power of mass in mammals of every size [@doe1932body; @roe2003mammals].

</Finding>

<EvidenceMap />`,
  Forecast: `Of the birds of the valley a survey expects <Forecast id="swifts-return" /> to come back.

<Forecast id="swifts-return" />`,
  Term: `A mammal’s <Term id="metabolic-rate">metabolic rate</Term> grows more slowly than its mass [@doe1932body].`,
  Embed: `<Embed src="https://example.org/charts/wild-populations" title="How have wild populations changed?" />`,
  Withheld: `The nest is in a valley.

<Withheld reason="The place of a rare bird’s nest.">

This text is dropped when the essay is read.

</Withheld>`,
};
