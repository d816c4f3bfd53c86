/* eslint-disable @typescript-eslint/no-deprecated -- the successor of the option for entities is a package of its own */
import { DOMParser, onErrorStopParsing, ParseError } from '@xmldom/xmldom';
import { XMLParser } from 'fast-xml-parser';
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

/** The parts of a CSL style that are read: https://docs.citationstyles.org/en/stable/specification.html */
export type Csl = z.infer<typeof Csl>['style'] & {
  /** Returns the values of all attributes with a name, anywhere in the style. */
  valuesOf: (attribute: string) => string[];
};

/** The reason why a text is not a usable style. */
export type CslProblem =
  | { kind: 'not-xml'; reason: string; point: Point }
  /** `parent` is the address of the style that it depends on. */
  | { kind: 'dependent'; parent: string }
  | { kind: 'no-citation' };

/** Validates the syntax, because fast-xml-parser also accepts invalid XML. */
function findSyntaxError(xml: string): CslProblem | null {
  try {
    new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml');
    return null;
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { lineNumber, columnNumber } = z
      .object({ lineNumber: z.int().positive().catch(1), columnNumber: z.int().positive().catch(1) })
      .catch({ lineNumber: 1, columnNumber: 1 })
      .parse(error.locator);
    const [reason = ''] = error.message.split('\n');
    return { kind: 'not-xml', reason, point: { line: lineNumber, column: columnNumber } };
  }
}

/** Parses a style in the Citation Style Language. */
export function parseCsl(xml: string): { csl: Csl; problem: null } | { csl: null; problem: CslProblem } {
  const problem = findSyntaxError(xml);
  if (problem !== null) return { csl: null, problem };
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
