/**
 * Updates a part of the page to the server's current answer. `live` is the part, `before` the answer that it was made
 * from. Only nodes that differ in `now` are replaced. This preserves changes by scripts and readers (opened, selected,
 * event listeners) in the rest of the page.
 */
export function patch(live: Node, { before, now }: { before: Node; now: Node }): void {
  if (before.isEqualNode(now)) return;
  if (!isSameElement(before, now) || !mirrors(live, before)) return replace([live], [now]);
  const old = [...before.childNodes];
  const fresh = [...now.childNodes];
  const start = countEqual(old, fresh);
  const end = countEqual(old.slice(start).reverse(), fresh.slice(start).reverse());
  const parts = [...live.childNodes].slice(start, old.length - end);
  const [outdated, current] = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)];
  if (outdated.length === current.length)
    parts.forEach((part, index) => patchPart(part, outdated[index], current[index]));
  else if (parts.length > 0) replace(parts, current);
  else insert(current, { parent: live, successor: live.childNodes[start] ?? null });
}

/** Returns true if a part of the page still has its original children. A script may have appended others. */
export function mirrors(live: Node, before: Node): boolean {
  return [...before.childNodes].every(({ nodeName }, index) => live.childNodes[index]?.nodeName === nodeName);
}

function patchPart(part: Node, before: Node | undefined, now: Node | undefined): void {
  if (before !== undefined && now !== undefined) patch(part, { before, now });
}

const isSameElement = (a: Node, b: Node): boolean =>
  a instanceof Element && b instanceof Element && a.cloneNode(false).isEqualNode(b.cloneNode(false));

/** Returns the number of equal nodes at the start of both lists. */
function countEqual(a: readonly Node[], b: readonly Node[]): number {
  const index = a.findIndex((node, at) => b[at] === undefined || !node.isEqualNode(b[at]));
  return index < 0 ? a.length : index;
}

function replace(parts: readonly ChildNode[] | readonly Node[], nodes: readonly Node[]): void {
  const parent = parts[0]?.parentNode;
  if (!parent) return;
  insert(nodes, { parent, successor: parts[0] ?? null });
  for (const part of parts) parent.removeChild(part);
}

function insert(nodes: readonly Node[], { parent, successor }: { parent: Node; successor: Node | null }): void {
  for (const node of nodes) parent.insertBefore(document.importNode(node, true), successor);
}
