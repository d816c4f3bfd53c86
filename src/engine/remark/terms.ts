import type { Root } from 'mdast';
import type { Term } from '../model/glossary.ts';
import { nodesOf } from '../model/walk.ts';

/** Adds to every `Term` its meaning and its number in the text. */
export function remarkTerms({ glossary }: { glossary: readonly Term[] }) {
  const meanings = new Map(glossary.map(({ id, means }) => [id, means.replace(/\s+/g, ' ')]));
  return (tree: Root): void => {
    const terms = nodesOf(tree, 'component').filter(({ name }) => name === 'Term');
    terms.forEach((node, index) => {
      const means = node.name === 'Term' ? meanings.get(node.props.id) : undefined;
      node.data = { ...node.data, ...(means === undefined ? {} : { term: { means, number: index + 1 } }) };
    });
  };
}
