import type { About, Essay } from './essay.ts';
import { patternOf, spellingsOf, type Term } from './glossary.ts';
import type { ComponentNode } from './nodes.ts';
import { plainText } from './plain-text.ts';

type Text = Essay | About;

/** Returns the `Term` nodes of a text, in document order. */
export const termNodesOf = ({ components }: Pick<Text, 'components'>): ComponentNode<'Term'>[] =>
  components.filter((node): node is ComponentNode<'Term'> => node.name === 'Term');

/** Returns the terms that texts mark or contain in one of their spellings, in glossary order. */
export function usedTerms(glossary: readonly Term[], texts: readonly Text[]): Term[] {
  const marked = new Set(texts.flatMap((text) => termNodesOf(text).map(({ props }) => props.id)));
  if (glossary.every(({ id }) => marked.has(id))) return [...glossary];
  const words = texts.map(({ tree }) => tree.children.filter(({ type }) => type !== 'references').map(plainText));
  const whole = words.flat().join('\n');
  const folded = whole.toLowerCase();
  const isNamed = (spelling: string) => folded.includes(spelling.toLowerCase()) && patternOf(spelling).test(whole);
  return glossary.filter((term) => marked.has(term.id) || spellingsOf(term).some(isNamed));
}
