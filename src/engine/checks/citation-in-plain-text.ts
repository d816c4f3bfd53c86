import { visit } from 'unist-util-visit';
import type { Essay } from '../model/essay.ts';
import type { Place } from '../model/message.ts';
import type { Placed, Review } from '../model/review.ts';
import type { Check } from '../model/rule.ts';

export const citationInPlainText: Check = {
  id: 'citation-in-plain-text',
  level: 'error',
  description: 'A citation stands where only plain text can be: in the frontmatter, in a prop such as `alt` or `title`, or in YAML. It would be printed as it was typed.',
  remedy: 'Cite in the text, for example in the caption of the figure, and name the work in words here.',
  check: (review) =>
    [...textsOfEssays(review.essays), ...textsOfYaml(review)]
      .filter(({ text }) => citation.test(text))
      .map(({ name, place }) => ({ ...place, reason: `Unexpected citation in \`${name}\`, expected plain text` })),
};

const citation = /\[(?:[^\]]*[^\p{L}\p{N}\\\]])?@[\p{L}\p{N}_{]/u;

type PlainText = { name: string; text: string; place: Place };

function textsOfEssays(essays: readonly Essay[]): PlainText[] {
  return essays.flatMap(({ path, frontmatter, positionOf, tree }) => {
    const fields: PlainText[] = textsIn(frontmatter).map(({ at, text }) => ({ name: at.join('.'), text, place: { file: path, position: positionOf(at) } }));
    visit(tree, 'component', ({ name, props, position }) => {
      const place = { file: path, position: position?.start };
      for (const [prop, text] of Object.entries(props)) fields.push({ name: `${prop}\` of \`${name}`, text, place });
    });
    return fields;
  });
}

function textsOfYaml({ config, domains, authors, remarks }: Review): PlainText[] {
  return [config, domains, authors, remarks].flatMap(({ file, value, positionOf }: Placed<unknown>) =>
    textsIn(value).map(({ at, text }) => ({ name: at.join('.'), text, place: { file, position: positionOf(at) } })),
  );
}

/** The texts of a value, each with the path that leads to it. */
function textsIn(value: unknown, at: (string | number)[] = []): { at: (string | number)[]; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...at, key]));
}
