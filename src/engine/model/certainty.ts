/** The direction of a finding: towards the promise of the reviewed subject, away from it, or both. */
export const directions = ['for', 'against', 'mixed'] as const;
export type Direction = (typeof directions)[number];

/** In ascending order. */
export const certainties = ['very-low', 'low', 'moderate', 'high'] as const;
export type Certainty = (typeof certainties)[number];

/** The effect of a reason on the maximum certainty of a finding. */
export type Effect = 'lowers' | 'raises' | 'starts-high' | 'caps-very-low';

/** The text of a reason in the guide: plain text with code in backticks. */
type ReasonText = { effect: Effect; description: string; example: string };

/** The closed list of reasons for the prop `because`. */
export const reasons = {
  proved: {
    effect: 'starts-high',
    description: 'The claim is a theorem with a published proof, so that no experiment has to be trusted.',
    example: 'Constant-depth transformers with unique hard attention cannot compute parity.',
  },
  indirect: {
    effect: 'lowers',
    description: 'The evidence is about other systems or other tasks than the claim: small models, toy tasks, people.',
    example: 'Two-layer models on synthetic strings represent systems that do research.',
  },
  imprecise: {
    effect: 'lowers',
    description: 'The numbers are few or their range is wide, so that the claim could turn out another way.',
    example: 'Twelve tasks, and a 95 % interval from 0.3 to 0.8.',
  },
  inconsistent: {
    effect: 'lowers',
    description: 'The works disagree, and nobody has shown why.',
    example: 'Two groups find smooth growth and a third finds jumps on the same benchmark.',
  },
  'one-group': {
    effect: 'lowers',
    description: 'All works behind the claim share an author with each other: nobody else has tried it.',
    example: 'Three papers on one method, all from the laboratory that proposed it.',
  },
  'self-interest': {
    effect: 'lowers',
    description: 'The evidence was made by those who sell the system or gain from the claim.',
    example: 'A company reports how safe its own model is.',
  },
  confounded: {
    effect: 'lowers',
    description: 'Something else could explain the result: contamination, a missing baseline, two changes at once.',
    example: 'The questions of the benchmark may have been part of the training data.',
  },
  selected: {
    effect: 'lowers',
    description: 'What was reported or published is likely to be a choice of what was found.',
    example: 'A report shows four successes and does not say how many attempts there were.',
  },
  replicated: {
    effect: 'raises',
    description: 'Two works that share no author found the same.',
    example: 'A second laboratory fitted the law on data of its own and found the same exponent.',
  },
  'large-effect': {
    effect: 'raises',
    description: 'The effect is too large for noise or a flaw of the set-up to explain it.',
    example: 'The error falls from 40 % to 2 %.',
  },
  'across-families': {
    effect: 'raises',
    description: 'The result holds in several families of models, not in one alone.',
    example: 'The same curve fits transformers, state-space models and recurrent networks.',
  },
  'argument-only': {
    effect: 'caps-very-low',
    description: 'The claim rests on an argument, without a measurement and without a proof.',
    example: 'An essay reasons that a system able to deceive would also hide that it is able to.',
  },
} as const satisfies Record<string, ReasonText>;
export type Reason = keyof typeof reasons;

export const reasonNames: readonly string[] = Object.keys(reasons);
export const isReason = (name: string): name is Reason => Object.hasOwn(reasons, name);

/** Returns the names in a `because`, which are separated by commas. */
export const namesInBecause = (because: string): string[] =>
  because
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Returns the known reasons of a `because`, each once, in order of appearance. */
export const reasonsIn = (because: string): Reason[] => [...new Set(namesInBecause(because).filter(isReason))];

/** Reasons that contradict each other. */
export const excludedPairs: readonly (readonly [Reason, Reason])[] = [
  ['one-group', 'replicated'],
  ['inconsistent', 'replicated'],
  ['proved', 'imprecise'],
];

/** The data that limits the certainty of a finding. */
export type Evidence = {
  reasons: readonly Reason[];
  /** Number of cited works. */
  works: number;
  /** Whether any of them was read beyond its abstract. If undefined (unknown), it sets no limit. */
  readBeyondAbstract: boolean | undefined;
};

/** The highest certainty that the evidence allows, and the reason: the end of a sentence, with code in backticks. */
type HighestCertainty = { certainty: Certainty; because: string };

/** Rates the certainty of a body of evidence by adapted GRADE rules: a start, a step for each reason, and caps. */
export function highestCertainty(evidence: Evidence): HighestCertainty {
  const stepped = countSteps(evidence.reasons);
  return capsOf(evidence).reduce((lowest, cap) => (rankOf(cap) < rankOf(lowest) ? cap : lowest), stepped);
}

/** Returns the index of a certainty in `certainties`; higher means more certain. */
export const rankOf = ({ certainty }: { certainty: Certainty }): number => certainties.indexOf(certainty);

function countSteps(stated: readonly Reason[]): HighestCertainty {
  const lowering = stated.filter((reason) => reasons[reason].effect === 'lowers');
  const raising = stated.filter((reason) => reasons[reason].effect === 'raises');
  const start = stated.includes('proved') ? 'high' : 'moderate';
  const rank = rankOf({ certainty: start }) - lowering.length + raising.length;
  const certainty = certainties[Math.min(Math.max(rank, 0), certainties.length - 1)] ?? start;
  const steps = [
    ...lowering.map((reason) => `one down for \`${reason}\``),
    ...raising.map((reason) => `one up for \`${reason}\``),
  ];
  return { certainty, because: [`it starts at \`${start}\``, ...steps].join(', ') };
}

function capsOf({ reasons: stated, works, readBeyondAbstract }: Evidence): HighestCertainty[] {
  const caps: HighestCertainty[] = [];
  if (works < 2 && !stated.includes('proved'))
    caps.push({ certainty: 'low', because: 'a finding that cites one work is at most `low` unless it is `proved`' });
  if (readBeyondAbstract === false)
    caps.push({ certainty: 'low', because: 'none of its works was read beyond the abstract' });
  if (stated.includes('argument-only')) caps.push({ certainty: 'very-low', because: '`argument-only` is `very-low`' });
  return caps;
}
