import type { Essay } from '../model/essay.ts';
import type { Location } from '../model/message.ts';
import type { Located, Review } from '../model/review.ts';
import type { Check } from '../model/rule.ts';

export const citationInPlainText: Check = {
  id: 'citation-in-plain-text',
  level: 'error',
  description:
    'A citation is in a plain-text field: frontmatter, YAML, or a prop such as `alt` or `title`. It would be printed as written.',
  remedy: 'Cite in the text, for example in the caption of the figure, and name the work in words here.',
  check: (review) =>
    [...textsOfEssays(review.essays), ...textsOfYaml(review)]
      .filter(({ text }) => citation.test(text))
      .map(({ name, placeOf }) => ({
        ...placeOf(),
        reason: `Invalid citation in \`${name}\`: expected plain text`,
      })),
};

const citation = /\[(?:[^\]]*[^\p{L}\p{N}\\\]])?@[\p{L}\p{N}_{]/u;

type PlainText = { name: string; text: string; placeOf: () => Location };

function textsOfEssays(essays: readonly Essay[]): PlainText[] {
  return essays.flatMap(({ path, frontmatter, positionOf, components }) => [
    ...textsIn(frontmatter).map(({ at, text }) => ({
      name: at.join('.'),
      text,
      placeOf: () => ({ file: path, position: positionOf(at) }),
    })),
    ...components.flatMap(({ name, props, position }) =>
      Object.entries(props).map(([prop, text]) => ({
        name: `${prop}\` of \`${name}`,
        text,
        placeOf: () => ({ file: path, position: position?.start }),
      })),
    ),
  ]);
}

function textsOfYaml({ config, domains, authors, remarks }: Review): PlainText[] {
  return [config, domains, authors, remarks].flatMap(({ file, value, positionOf }: Located<unknown>) =>
    textsIn(value).map(({ at, text }) => ({
      name: at.join('.'),
      text,
      placeOf: () => ({ file, position: positionOf(at) }),
    })),
  );
}

/** Returns all strings of a value, each with its path. */
function textsIn(value: unknown, at: (string | number)[] = []): { at: (string | number)[]; text: string }[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...at, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...at, key]));
}
