/* eslint-disable @typescript-eslint/no-deprecated -- the validator's and the entities' successors are packages of their own, for one call each */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Point } from 'unist';
import * as z from 'zod';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: (name) => name === 'key' || name === 'link',
});

const Sorted = z.object({ sort: z.object({ key: z.array(z.object({ '@macro': z.string().optional() })) }).optional() });
const Layout = z.object({
  '@prefix': z.string().default(''),
  '@suffix': z.string().default(''),
  '@delimiter': z.string().default('; '),
});
const Citation = Sorted.extend({
  '@disambiguate-add-givenname': z.string().optional(),
  '@givenname-disambiguation-rule': z.string().default('by-cite'),
  layout: Layout,
});
const Csl = z.object({
  style: z.object({
    '@class': z.string().optional(),
    citation: Citation,
    bibliography: Sorted.optional().catch(undefined),
  }),
});
const Link = z.object({ '@rel': z.string(), '@href': z.string() });
const Dependent = z.object({ style: z.object({ info: z.object({ link: z.array(Link) }) }) });

/** What of a CSL style is read: https://docs.citationstyles.org/en/stable/specification.html */
export type Csl = z.infer<typeof Csl>['style'] & {
  /** The values of all attributes of a name, anywhere in the style. */
  valuesOf: (attribute: string) => string[];
};

/** Why a text is no style to print with. */
export type CslProblem =
  | { kind: 'not-xml'; reason: string; point: Point }
  /** `parent` is the address of the style that it depends on. */
  | { kind: 'dependent'; parent: string }
  | { kind: 'no-citation' };

/** Parses a style in the Citation Style Language. */
export function parseCsl(xml: string): { csl: Csl; problem: null } | { csl: null; problem: CslProblem } {
  const validity = XMLValidator.validate(xml);
  if (validity !== true) {
    const { msg, line, col } = validity.err;
    return { csl: null, problem: { kind: 'not-xml', reason: msg, point: { line: line || 1, column: col || 1 } } };
  }
  const tree: unknown = parser.parse(xml);
  const { data } = Csl.safeParse(tree);
  if (data !== undefined)
    return { csl: { ...data.style, valuesOf: (name) => valuesIn(tree, `@${name}`) }, problem: null };
  const parent = Dependent.safeParse(tree).data?.style.info.link.find((link) => link['@rel'] === 'independent-parent');
  return {
    csl: null,
    problem: parent === undefined ? { kind: 'no-citation' } : { kind: 'dependent', parent: parent['@href'] },
  };
}

function valuesIn(tree: unknown, name: string): string[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) =>
    key === name && typeof value === 'string' ? [value] : valuesIn(value, name),
  );
}
