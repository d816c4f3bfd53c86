import { identify } from '../../engine/bibliography/index.ts';
import type { Essay } from '../../engine/model/essay.ts';
import type { Location } from '../../engine/model/message.ts';
import type { Located, Review } from '../../engine/model/review.ts';
import { SKIP, walk } from '../../engine/model/walk.ts';

/**
 * An external target of the review, with every location that refers to it. `name` is an address, a DOI or an arXiv id.
 */
export type Target = {
  kind: 'page' | 'doi' | 'arxiv';
  name: string;
  locations: (Location & { /** The spelling at that location. */ written: string })[];
  /** Keys of the works that have this DOI or arXiv id. */
  keys: string[];
};

/**
 * Returns all external targets of essays, works and YAML, without duplicates. The review's own address is not external.
 */
export function targetsOf(review: Review): Target[] {
  const targets = new Map<string, Target>();
  const { baseUrl } = review.config.value;
  const add = (url: string, location: Location, key?: string): void => {
    if (!/^https?:\/\//i.test(url) || url.startsWith(baseUrl) || !URL.canParse(url)) return;
    const { kind, name } = identityOf(url);
    const id = `${kind} ${name}`;
    const target = targets.get(id) ?? { kind, name, locations: [], keys: [] };
    target.locations.push({ ...location, written: url });
    if (key !== undefined) target.keys.push(key);
    targets.set(id, target);
  };
  for (const essay of review.essays) addEssay(essay, add);
  for (const { key, doi, arxiv, url, file, position } of review.library.values()) {
    const location = { file, position };
    if (doi !== null) add(`https://doi.org/${doi}`, location, key);
    if (arxiv !== null) add(`https://arxiv.org/abs/${arxiv}`, location, key);
    if (url !== null && identityOf(url).kind === 'page') add(url, location);
  }
  for (const placed of [review.config, review.domains, review.authors, review.remarks]) addYaml(placed, add);
  return [...targets.values()];
}

type Add = (url: string, location: Location) => void;

/**
 * Returns the address, DOI or arXiv id: different spellings of a target are requested once. Fragments belong to the
 * same page.
 */
function identityOf(url: string): Pick<Target, 'kind' | 'name'> {
  const source = identify(url);
  if (source?.kind === 'arxiv') return { kind: 'arxiv', name: source.id };
  if (source?.kind === 'doi') return { kind: 'doi', name: source.doi.toLowerCase() };
  const page = new URL(url);
  page.hash = '';
  return { kind: 'page', name: page.href };
}

function addEssay({ path, tree }: Essay, add: Add): void {
  walk(tree, (node) => {
    // The list of references contains works, whose targets come from the library.
    if (node.type === 'references') return SKIP;
    const location = { file: path, position: node.position };
    if (node.type === 'link') add(node.url, location);
    if (node.type === 'component' && node.name === 'Embed') add(node.props.src, location);
    if (node.type === 'component' && node.name === 'Figure')
      for (const url of urlsIn(node.props.credit ?? '')) add(url, { file: path, position: node.position?.start });
    return undefined;
  });
}

/** Returns the addresses in a text, without the punctuation of the sentence around them. */
const urlsIn = (text: string): string[] =>
  (text.match(/https?:\/\/[^\s<>"“”]+/gi) ?? []).map((found) => {
    const url = found.replace(/[.,;:!?’']+$/, '');
    return url.includes('(') ? url : url.replace(/\)[.,;:!?]*$/, '');
  });

function addYaml({ file, value, positionOf }: Located<unknown>, add: Add): void {
  const addAll = (inner: unknown, path: readonly PropertyKey[]): void => {
    if (typeof inner === 'string') for (const url of urlsIn(inner)) add(url, { file, position: positionOf(path) });
    else if (Array.isArray(inner)) inner.forEach((item, index) => addAll(item, [...path, index]));
    else if (typeof inner === 'object' && inner !== null)
      for (const [key, item] of Object.entries(inner)) addAll(item, [...path, key]);
  };
  addAll(value, []);
}
