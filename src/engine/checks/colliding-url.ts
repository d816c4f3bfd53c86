import type { Place } from '../model/message.ts';
import type { Placed, Review } from '../model/review.ts';
import type { Check, Finding } from '../model/rule.ts';
import { toUrlSegment } from '../model/url-segment.ts';

type Named = { name: string; place: Place };

export const collidingUrl: Check = {
  id: 'colliding-url',
  level: 'error',
  description:
    'Two keys, ids or slugs become the same address, as `Foo` and `foo` do: one page would take the place of the other.',
  remedy: 'Rename one of them.',
  check: (review) => namesOf(review).flatMap(collisionsAmong),
};

function namesOf({ library, domains, considerations, config }: Review): Named[][] {
  const works = [...library.values()].map(({ key, file, position }) => ({ name: key, place: { file, position } }));
  const slugs = [...new Set(config.value.essays)].map((slug) => {
    const index = config.value.essays.indexOf(slug);
    return { name: slug, place: { file: config.file, position: config.positionOf(['essays', index]) } };
  });
  return [works, idsOf(domains), idsOf(considerations), slugs];
}

const idsOf = ({ file, value, positionOf }: Placed<{ id: string }[]>): Named[] =>
  value.map(({ id }, index) => ({ name: id, place: { file, position: positionOf([index, 'id']) } }));

function collisionsAmong(all: readonly Named[]): Finding[] {
  const first = new Map<string, string>();
  return all.flatMap(({ name, place }) => {
    const segment = toUrlSegment(name);
    const other = first.get(segment);
    if (other === undefined) first.set(segment, name);
    if (other === undefined) return [];
    const reason = `Unexpected \`${name}\`, expected a name whose URL differs from that of \`${other}\`; both become \`${segment}\``;
    return [{ ...place, reason }];
  });
}
