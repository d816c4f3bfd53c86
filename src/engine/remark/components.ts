import { withoutPrototype } from '../model/by-name.ts';
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type * as z from 'zod';
import type { ComponentNode } from '../model/nodes.ts';
import {
  componentNames,
  isComponentName,
  parseProps,
  vocabulary,
  type ComponentName,
  type Props,
} from '../model/vocabulary.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';
import { walk } from '../model/walk.ts';
import { hasAllowedContent, opening } from './component-content.ts';
import { report } from './report.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/**
 * Replaces JSX by `component` nodes: lifts components out of paragraphs without other content, and checks names and
 * props.
 */
export function remarkComponents({ embeds }: { embeds: readonly string[] }) {
  return (tree: Root, file: VFile): void => {
    liftLoneComponents(tree);
    walk(tree, (node, index, parent) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return undefined;
      if (parent === undefined || index === undefined) return undefined;
      const component = componentOf(node, file);
      if (component?.name === 'Embed') checkHost(node, component.props.src, { embeds, file });
      if (component === null) parent.children.splice(index, 1);
      else parent.children.splice(index, 1, component);
      // Visit the component, because the tree no longer contains the children of the element that it replaces.
      return index;
    });
  };
}

function liftLoneComponents(tree: Root): void {
  walk(tree, (node, index, parent) => {
    if (node.type !== 'paragraph' || parent === undefined || index === undefined) return undefined;
    if (!containsOnlyComponents(node)) return undefined;
    const lifted = node.children.flatMap((child) => (child.type === 'mdxJsxTextElement' ? [flowElementOf(child)] : []));
    parent.children.splice(index, 1, ...lifted);
    return index + lifted.length;
  });
}

function containsOnlyComponents({ children }: Paragraph): boolean {
  const others = children.filter((child) => child.type !== 'mdxJsxTextElement' || isPhrasingComponent(child.name));
  return others.length < children.length && others.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** Reports whether a component is allowed only within sentences, even if it is the only content of a paragraph. */
const isPhrasingComponent = (name: string | null): boolean =>
  name !== null && isComponentName(name) && vocabulary[name].content === 'phrasing';

function flowElementOf({ name, attributes, children, position }: MdxJsxTextElement): MdxJsxFlowElement {
  const inside: Paragraph[] =
    children.length === 0 ? [] : [{ type: 'paragraph', children, position: around(children) }];
  return { type: 'mdxJsxFlowElement', name, attributes, children: inside, position };
}

function around(children: readonly PhrasingContent[]): Paragraph['position'] {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return start && end ? { start, end } : undefined;
}

function componentOf(element: Element, file: VFile): ComponentNode | null {
  const { name } = element;
  if (name === null || !isComponentName(name)) {
    report(file, opening(element), { rule: 'unknown-component', reason: unknownReason(name) });
    return null;
  }
  return createComponent(element, name, file);
}

/** Says what to write instead of a component that does not exist, or of an HTML element, whose name is lower-case. */
function unknownReason(name: string | null): string {
  const found = `Unknown component \`${name ?? '<>'}\``;
  const suggestion = suggestionFor(name ?? '', componentNames);
  return name !== null && /^[a-z]/.test(name) && suggestion === ''
    ? `${found}: expected Markdown, because HTML is not supported; write \`\\<\` for a plain \`<\``
    : `${found}: expected ${oneOf(componentNames)}${suggestion}`;
}

function createComponent<Name extends ComponentName>(
  element: Element,
  name: Name,
  file: VFile,
): ComponentNode<Name> | null {
  const props = readProps(element, name, file);
  if (props === null || !hasAllowedContent(element, name, file)) return null;
  const children: RootContent[] = [...element.children];
  const flow = element.type === 'mdxJsxFlowElement';
  const data = { positions: positionsOf(element) };
  return { type: 'component', name, props, flow, label: null, children, data, position: element.position };
}

/** Returns the position of each prop as written. */
const positionsOf = ({ attributes }: Element): Record<string, Position> =>
  Object.fromEntries(
    attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && attribute.position !== undefined
        ? [[attribute.name, attribute.position]]
        : [],
    ),
  );

function readProps<Name extends ComponentName>(element: Element, name: Name, file: VFile): Props<Name> | null {
  const values = withoutPrototype<string | null>();
  for (const attribute of element.attributes) {
    if (
      attribute.type === 'mdxJsxExpressionAttribute' ||
      (typeof attribute.value === 'object' && attribute.value !== null)
    ) {
      report(file, attribute, {
        rule: 'no-program',
        reason: `Invalid expression in \`${name}\`: expected text in quotes`,
      });
      return null;
    }
    values[attribute.name] = attribute.value ?? null;
  }
  const result = parseProps(name, values);
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportProp(issue, { element, name, file });
  return null;
}

function reportProp(
  issue: z.core.$ZodIssue,
  { element, name, file }: { element: Element; name: ComponentName; file: VFile },
): void {
  const known = Object.keys(vocabulary[name].props.shape);
  const rule = 'invalid-prop';
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      const expected = known.length === 0 ? 'none' : `one of ${known.map((prop) => `\`${prop}\``).join(', ')}`;
      const reason = `Unknown prop \`${key}\` of \`${name}\`: expected ${expected}${suggestionFor(key, known)}`;
      report(file, attributeNamed(element, key), { rule, reason });
    }
    return;
  }
  const prop = String(issue.path[0] ?? '');
  const attribute = element.attributes.find((candidate) => 'name' in candidate && candidate.name === prop);
  if (attribute === undefined) {
    const reason = `Missing \`${prop}\` of \`${name}\`: expected \`${prop}="…"\`${descriptionOf(name, prop)}`;
    report(file, opening(element), { rule, reason });
  } else {
    report(file, attribute, {
      rule,
      reason: `Invalid \`${prop}\` of \`${name}\`: expected ${expectationOf(issue, prop)}`,
    });
  }
}

/** Returns the description of a prop as the end of a sentence: ", what the image shows". */
function descriptionOf(name: ComponentName, prop: string): string {
  const shape: Record<string, z.ZodType> = vocabulary[name].props.shape;
  const [sentence = ''] = (shape[prop]?.description ?? '').split(/\.(?: |$)/);
  return sentence === '' ? '' : `, ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}

function expectationOf(issue: z.core.$ZodIssue, prop: string): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
  if (issue.code === 'too_small') return 'a text that is not empty';
  if (issue.code === 'invalid_format' && issue.format === 'url') return 'an address that begins with `https://`';
  return issue.code === 'invalid_type' ? `a text, as in \`${prop}="…"\`` : issue.message;
}

function checkHost(element: Element, src: string, { embeds, file }: { embeds: readonly string[]; file: VFile }): void {
  const host = new URL(src).hostname.replace(/^www\./, '');
  if (embeds.includes(host)) return;
  const known = embeds.length === 0 ? 'no host is listed yet' : `expected ${oneOf(embeds)}`;
  const reason = `Unknown host \`${host}\` of \`Embed\`: ${known}; add it to \`embeds\` in \`content/review.yaml\` to allow it`;
  report(file, attributeNamed(element, 'src'), { rule: 'invalid-prop', reason });
}

const attributeNamed = (element: Element, key: string) =>
  element.attributes.find((candidate) => 'name' in candidate && candidate.name === key) ?? opening(element);
