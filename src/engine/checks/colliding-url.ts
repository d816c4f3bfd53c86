import type { Location } from '../model/message.ts';
import type { Located, Review } from '../model/review.ts';
import type { Check, Problem } from '../model/rule.ts';
import { toUrlSegment } from '../model/url-segment.ts';

type Named = { name: string; location: Location };

export const collidingUrl: Check = {
  id: 'colliding-url',
  level: 'error',
  description: 'Two keys, ids or slugs have the same URL, such as `Foo` and `foo`. One page would overwrite the other.',
  remedy: 'Rename one of them.',
  check: (review) => namesOf(review).flatMap(collisionsAmong),
};

function namesOf({ library, domains, considerations, config }: Review): Named[][] {
  const works = [...library.values()].map(({ key, file, position }) => ({ name: key, location: { file, position } }));
  const slugs = [...new Set(config.value.essays)].map((slug) => {
    const index = config.value.essays.indexOf(slug);
    return { name: slug, location: { file: config.file, position: config.positionOf(['essays', index]) } };
  });
  return [works, idsOf(domains), idsOf(considerations), slugs];
}

const idsOf = ({ file, value, positionOf }: Located<{ id: string }[]>): Named[] =>
  value.map(({ id }, index) => ({ name: id, location: { file, position: positionOf([index, 'id']) } }));

function collisionsAmong(all: readonly Named[]): Problem[] {
  const first = new Map<string, string>();
  return all.flatMap(({ name, location }) => {
    const segment = toUrlSegment(name);
    const other = first.get(segment);
    if (other === undefined) first.set(segment, name);
    if (other === undefined) return [];
    const reason = `Duplicate URL of \`${name}\` and \`${other}\`: expected names whose URLs differ; both become \`${segment}\``;
    return [{ ...location, reason }];
  });
}
