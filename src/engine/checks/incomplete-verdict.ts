import type { Check } from '../model/rule.ts';
import { supportEntriesOf } from './support-entries.ts';

export const incompleteVerdict: Check = {
  id: 'incomplete-verdict',
  level: 'error',
  description:
    'A record of `support.yaml` says that a work supports its sentence in part and not what is missing, or the other way round.',
  remedy: 'Write `verdict: partly` with `lacks: …`, or `verdict: supported` without it.',
  check: ({ essays }) =>
    supportEntriesOf(essays).flatMap(({ value: { verdict, lacks }, file, positionOf }) => {
      if ((verdict === 'partly') === (lacks !== undefined)) return [];
      const [field, reason] =
        verdict === 'partly'
          ? (['verdict', 'Missing `lacks` of a verdict `partly`: expected what the work does not say'] as const)
          : (['lacks', 'Invalid `lacks` of a verdict `supported`: expected none, or the verdict `partly`'] as const);
      return [{ file, position: positionOf(field), reason }];
    }),
};
