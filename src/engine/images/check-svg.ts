import { Element, ProcessingInstruction, type Attr, type Document, type Node } from '@xmldom/xmldom';
import type { Point } from 'unist';
import type { ImageProblem } from '../model/image.ts';
import { checkCss, checkPaint, reasonAgainstReference } from './check-css.ts';
import { parseSvg, pointOf } from './parse-svg.ts';

/** Content of an SVG that runs a program or refers to another file. */
type Unsafe = { reason: string; point: Point };

const htmlNamespace = 'http://www.w3.org/1999/xhtml';
const linkNamespace = 'http://www.w3.org/1999/xlink';

/** Elements that run programs or show other documents. */
const forbidden = new Set('script handler listener foreignobject iframe object embed audio video canvas'.split(' '));

/** Elements that set an attribute later, after the check. */
const animations = new Set('animate animatecolor animatemotion animatetransform set'.split(' '));

/** A picture embedded in the file. An SVG in a `data:` URL is excluded, because it would need the same check. */
const embeddedPicture = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/;

/** The document type that drawing programs write. Browsers know it and request nothing for it. */
const knownDoctype = /^["']-\/\/W3C\/\/DTD SVG 1\.[01](?: (?:Tiny|Basic))?\/\/EN["']$/;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Checks an SVG. `checkSize` is called only if the file is an SVG. */
export function checkSvg(bytes: Uint8Array, checkSize: () => ImageProblem[]): ImageProblem[] {
  const text = decode(bytes);
  if (text === null) return notSvg('text in UTF-8');
  const { document, error } = parseSvg(text);
  if (error !== null)
    return [{ kind: 'unsafe', reason: `Invalid XML: expected a well-formed SVG; ${error.reason}`, point: error.point }];
  if (document.documentElement?.localName !== 'svg') return notSvg('`<svg>` as the outermost element');
  const unsafe = [...checkDoctype(document), ...[...nodesOf(document)].flatMap(checkNode)];
  return [...unsafe.map((problem) => ({ kind: 'unsafe' as const, ...problem })), ...checkSize()];
}

function decode(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

const notSvg = (expected: string): ImageProblem[] => [
  { kind: 'unreadable', reason: (src) => `\`${src}\` is not an SVG image: expected ${expected}` },
];

/** Yields all nodes in document order. Not recursive, because drawings may be nested deeper than the stack. */
function* nodesOf(top: Node): Generator<Node> {
  let node: Node | null = top;
  while (node !== null) {
    yield node;
    let next: Node | null = node.firstChild;
    for (let at: Node | null = node; next === null && at !== null && at !== top; at = at.parentNode)
      next = at.nextSibling;
    node = next;
  }
}

function checkDoctype({ doctype }: Document): Unsafe[] {
  if (doctype === null || (!doctype.internalSubset && knownDoctype.test(doctype.publicId))) return [];
  const reason = 'Invalid document type: expected none, or that of SVG 1.1, without entities';
  return [{ reason, point: pointOf(doctype) }];
}

function checkNode(node: Node): Unsafe[] {
  if (node instanceof Element) return checkElement(node);
  return node instanceof ProcessingInstruction ? checkInstruction(node) : [];
}

function checkInstruction(node: ProcessingInstruction): Unsafe[] {
  const point = pointOf(node);
  if (node.target.toLowerCase() === 'xml-stylesheet')
    return [{ reason: 'Invalid `<?xml-stylesheet?>`: expected styles within the file', point }];
  const encoding = node.target === 'xml' ? /encoding\s*=\s*["']([^"']*)/.exec(node.data)?.[1] : undefined;
  return encoding === undefined || /^utf-?8$/i.test(encoding)
    ? []
    : [{ reason: `Invalid encoding \`${encoding}\`: expected \`UTF-8\``, point }];
}

function checkElement(element: Element): Unsafe[] {
  const name = element.localName?.toLowerCase() ?? '';
  const attributes = [...element.attributes];
  if (forbidden.has(name) || element.namespaceURI === htmlNamespace) {
    const reason = `Invalid element \`<${element.tagName}>\`: expected a drawing without programs and HTML`;
    return [{ reason, point: pointOf(element) }];
  }
  return [
    ...(animations.has(name) ? attributes.flatMap(checkAnimation) : []),
    ...(name === 'style' ? checkCss(element.textContent ?? '', pointOf(element.firstChild)) : []),
    ...attributes.flatMap((attribute) => checkAttribute(attribute, name)),
  ];
}

function checkAnimation(attribute: Attr): Unsafe[] {
  const target = attribute.value.trim().toLowerCase();
  if (attribute.name !== 'attributeName' || !/^(?:.*:)?(?:href$|on)/.test(target)) return [];
  return [
    {
      reason: `Invalid animation of \`${target}\`: expected one that changes only how a part looks`,
      point: pointOf(attribute),
    },
  ];
}

function checkAttribute(attribute: Attr, element: string): Unsafe[] {
  const { localName, namespaceURI, value } = attribute;
  const name = localName?.toLowerCase() ?? '';
  const point = pointOf(attribute);
  if (attribute.name === 'xml:base')
    return [{ reason: 'Invalid `xml:base`: expected references within the file', point }];
  if (namespaceURI === linkNamespace || namespaceURI === null) {
    if (name === 'href' || name === 'src') return checkReference(value.trim(), { element, point });
  }
  if (namespaceURI !== null) return [];
  if (name.startsWith('on'))
    return [{ reason: `Invalid event handler \`${attribute.name}\`: expected a drawing without programs`, point }];
  return name === 'style' ? checkCss(value, point) : checkPaint(value, point);
}

function checkReference(url: string, { element, point }: { element: string; point: Point }): Unsafe[] {
  const isPicture = (element === 'image' || element === 'feimage') && embeddedPicture.test(url);
  return isPicture || url.startsWith('#') ? [] : [{ reason: reasonAgainstReference(url), point }];
}
