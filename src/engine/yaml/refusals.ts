import { isCollection, isScalar, visit, type Alias, type Node, type YAMLMap } from 'yaml';
import { createMessage, type Message } from '../model/message.ts';
import { positionAt, type Parsed } from './positions.ts';

type Refusal = { node: Node; reason: string };

/** Returns a message about the first YAML feature that content must not use, or null. */
export function refusalMessage(parsed: Parsed): Message | null {
  const { node, reason } = findRefusal(parsed) ?? {};
  if (node === undefined || reason === undefined) return null;
  const [start, end] = node.range ?? [0, 0];
  return createMessage('yaml-syntax', reason, { file: parsed.source.file, position: positionAt(parsed, [start, end]) });
}

function findRefusal({ document }: Parsed): Refusal | undefined {
  const refusals: Refusal[] = [];
  const add = (refusal: Refusal | null): symbol | undefined => {
    if (refusal === null) return undefined;
    refusals.push(refusal);
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, alias) => add(refuseAlias(alias)),
    Map: (_, map) => add(refuseKeys(map)),
  });
  return refusals[0];
}

/**
 * Rejects aliases: a few lines of them can expand to more values than fit in memory, and most are unquoted texts by
 * mistake.
 */
const refuseAlias = (node: Alias): Refusal => ({
  node,
  reason: `Invalid YAML: expected no alias such as \`*${node.source}\`; write the value itself, or put a text that begins with \`*\` in quotes`,
});

/** Finds duplicate keys in linear time. The package's own search is quadratic. */
function refuseKeys({ items }: YAMLMap): Refusal | null {
  const seen = new Set<unknown>();
  for (const { key } of items) {
    if (isCollection(key)) return { node: key, reason: 'Invalid YAML: expected a text as the name of a field' };
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) return { node: key, reason: `Duplicate field \`${String(key.value)}\`: expected it once` };
    seen.add(key.value);
  }
  return null;
}
