import { contentHash } from './content-hash.ts';
import type { About, Essay } from './model/essay.ts';
import { findingNodesOf } from './model/finding.ts';
import type { CrossReference } from './model/nodes.ts';
import type { Review } from './model/review.ts';
import type { Strings } from './model/strings/index.ts';
import { nodesOf } from './model/walk.ts';
import { citedAtOf } from './sentences.ts';

/** What a reference to a finding of another essay says, and the essay's slug. */
type Target = { essay: string; value: string };

/** Essays whose references were resolved before, by the essay as parsed. */
export type LinkedEssays = WeakMap<Essay, { hash: string; essay: Essay }>;

type Texts = Pick<Review, 'essays' | 'about'>;
type Options = { strings: Strings; cache: LinkedEssays };

/** Resolves `[](#find-x)` to a finding of another essay. An essay stays the same object as long as its references say the same. */
export function linkFindings({ essays, about }: Texts, { strings, cache }: Options): Texts {
  const targets = targetsOf(essays, strings);
  return {
    essays: essays.map((essay) => linkEssay(essay, targets, { strings, cache })),
    about: about && linkAbout(about, targets, strings),
  };
}

function targetsOf(essays: readonly Essay[], { finding }: Strings): Map<string, Target> {
  const targets = new Map<string, Target>();
  for (const essay of essays) {
    for (const { props, label } of findingNodesOf(essay)) {
      const value = finding.ofEssay(label ?? props.id, essay.frontmatter.title);
      if (!targets.has(props.id)) targets.set(props.id, { essay: essay.slug, value });
    }
  }
  return targets;
}

function linkEssay(essay: Essay, targets: ReadonlyMap<string, Target>, { strings, cache }: Options): Essay {
  const references = referencesIn(essay);
  if (references.length === 0) return essay;
  resolve(references, targets);
  const hash = contentHash(
    essay.contentHash,
    references.map((reference) => [reference.essay, reference.value]),
  );
  const before = cache.get(essay);
  if (before?.hash === hash) return before.essay;
  const linked = { ...essay, citedAt: citedAtOf(essay.tree, strings), contentHash: hash };
  cache.set(essay, { hash, essay: linked });
  return linked;
}

function linkAbout(about: About, targets: ReadonlyMap<string, Target>, strings: Strings): About {
  const references = referencesIn(about);
  if (references.length === 0) return about;
  resolve(references, targets);
  return { ...about, citedAt: citedAtOf(about.tree, strings) };
}

/** References to findings of other texts. */
const referencesIn = ({ tree, anchors }: Pick<Essay, 'tree' | 'anchors'>): CrossReference[] =>
  nodesOf(tree, 'crossReference').filter(({ target }) => target.startsWith('find-') && !anchors.includes(target));

function resolve(references: readonly CrossReference[], targets: ReadonlyMap<string, Target>): void {
  for (const reference of references) {
    const target = targets.get(reference.target);
    reference.essay = target?.essay ?? null;
    reference.value = target?.value ?? '';
  }
}
