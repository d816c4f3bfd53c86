import { createMessage, type Message, type Place } from '../model/message.ts';
import type { Review } from '../model/review.ts';
import { toUrlSegment } from '../model/url-segment.ts';

type Named = { name: string; place: Place };

/** Keys, ids and slugs have URLs of their own. */
export function checkCollidingUrls({ library, domains, config }: Review): Message[] {
  const works = [...library.values()].map(({ key, file, position }) => ({ name: key, place: { file, position } }));
  const ids = domains.value.map(({ id }, index) => ({ name: id, place: { file: domains.file, position: domains.positionOf([index, 'id']) } }));
  const slugs = [...new Set(config.value.essays)].map((slug) => {
    const index = config.value.essays.indexOf(slug);
    return { name: slug, place: { file: config.file, position: config.positionOf(['essays', index]) } };
  });
  return [works, ids, slugs].flatMap(collisionsAmong);
}

function collisionsAmong(all: readonly Named[]): Message[] {
  const first = new Map<string, string>();
  return all.flatMap(({ name, place }) => {
    const segment = toUrlSegment(name);
    const other = first.get(segment);
    if (other === undefined) first.set(segment, name);
    if (other === undefined) return [];
    const reason = `Unexpected \`${name}\`, expected a name whose URL differs from that of \`${other}\`; both become \`${segment}\``;
    return [createMessage('colliding-url', reason, place)];
  });
}
