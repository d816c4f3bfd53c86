import type { Element, ElementContent, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { normalise } from '../../src/remote/forum/locate.ts';
import { renderMarkdown } from '../../src/forum-model/markdown/index.ts';
import { sanitize } from '../../src/forum-model/sanitize.ts';
import { toReading } from './turndown.ts';

export type Mode = 'suggest' | 'edit';
export type Location = 'start' | 'end' | { before: string } | { after: string };
export type Thread = { id: string; type: 'insert' | 'delete' | 'replace'; content: string; replaceWith?: string };
type Block = { html: string; state: 'there' | 'inserted' | 'deleted'; thread?: string };

/** A draft in its editor: top-level blocks, footnotes, and suggestions that wait for the author. */
export class ForumDocument {
  blocks: Block[] = [];
  threads: Thread[] = [];
  comments: string[] = [];
  private notes: string[] = [];
  private made = 0;

  /** The draft as a reader of its Markdown sees it, what is suggested included. */
  get markdown(): string {
    return toReading(this.html);
  }

  get html(): string {
    const notes = this.notes.length === 0 ? '' : `<ol class="footnotes">${this.notes.join('')}</ol>`;
    return this.blocks.map(({ html, state }) => (state === 'deleted' ? strike(html) : html)).join('') + notes;
  }

  /** Puts a whole text in the place of what is there, as the editor does with a post of type `lexical`. */
  load(html: string): void {
    this.blocks = [];
    this.notes = [];
    this.blocks = this.import(sanitize(html)).map((block) => ({ html: block, state: 'there' }));
  }

  insert(
    markdown: string,
    {
      location,
      mode,
      model,
      hasThread = true,
    }: { location: Location; mode: Mode; model?: string; hasThread?: boolean },
  ): boolean {
    const index = this.indexOf(location);
    if (index === null) return false;
    const thread =
      mode === 'suggest' && model === undefined
        ? this.addThread({ type: 'insert', content: markdown }, hasThread)
        : undefined;
    const imported = this.import(sanitize(renderMarkdown(markdown)));
    const blocks =
      model === undefined
        ? imported
        : [
            `<div class="llm-content-block" data-model-name="${model}"><div class="llm-content-block-content">${imported.join('')}</div></div>`,
          ];
    this.blocks.splice(
      index,
      0,
      ...blocks.map((html): Block =>
        thread === undefined ? { html, state: 'there' } : { html, state: 'inserted', thread },
      ),
    );
    return true;
  }

  remove(prefix: string, { mode, hasThread = true }: { mode: Mode; hasThread?: boolean }): boolean {
    const index = this.find(prefix);
    const block = index === null ? undefined : this.blocks[index];
    if (index === null || block === undefined) return false;
    if (mode === 'edit') this.blocks.splice(index, 1);
    else
      Object.assign(block, {
        state: 'deleted',
        thread: this.addThread({ type: 'delete', content: prefix }, hasThread),
      });
    return true;
  }

  replace(
    quote: string,
    replacement: string,
    { mode, hasThread = true }: { mode: Mode; hasThread?: boolean },
  ): boolean {
    const count = this.blocks.reduce((sum, { html }) => sum + textOf(html).split(quote).length - 1, 0);
    if (count > 1) throw new Error(`The quote matches ${count} places`);
    const block = this.blocks.find(({ html }) => textOf(html).includes(quote));
    if (block === undefined) return false;
    if (mode === 'suggest') this.addThread({ type: 'replace', content: quote, replaceWith: replacement }, hasThread);
    block.html = replaceIn(block.html, { quote, replacement, mode });
    return true;
  }

  /** What the author does who accepts everything. */
  acceptAll(): void {
    this.blocks = this.blocks
      .filter(({ state }) => state !== 'deleted')
      .map(({ html }) => ({ html: html.replace(/<del>.*?<\/del>/gs, '').replace(/<\/?ins>/g, ''), state: 'there' }));
    this.threads = [];
  }

  /** What someone does who writes in the editor. */
  write(change: (html: string) => string): void {
    for (const block of this.blocks) block.html = change(block.html);
  }

  private addThread(thread: Omit<Thread, 'id'>, isListed: boolean): string {
    this.made += 1;
    const id = `s${this.made}`;
    if (isListed) this.threads.push({ id, ...thread });
    return id;
  }

  private indexOf(location: Location): number | null {
    if (location === 'start') return 0;
    if (location === 'end') return this.blocks.length;
    const found = this.find('before' in location ? location.before : location.after);
    return found === null ? null : 'before' in location ? found : found + 1;
  }

  /** The block whose Markdown, or that of an item of whose list, starts with a prefix; more than one is an error. */
  private find(prefix: string): number | null {
    const wanted = normalise(prefix);
    const found = this.blocks.flatMap(({ html, state }, index) => {
      const markdown = toReading(state === 'deleted' ? strike(html) : html);
      const items = /^<[uo]l/.test(html)
        ? markdown.split('\n').flatMap((line) => /^\s*(?:[*+-]|\d+[.)])\s+(.*)$/.exec(line)?.[1] ?? [])
        : [];
      return [markdown, ...items].filter((text) => normalise(text).startsWith(wanted)).map(() => index);
    });
    if (found.length > 1) throw new Error(`The locator text matches ${found.length} blocks`);
    return found[0] ?? null;
  }

  /** Elements at the top level; footnotes move to the end of the draft, under names of their own. */
  private import(html: string): string[] {
    this.made += 1;
    const named = html.replace(
      /((?:data-footnote-id|id|href)="#?(?:fn|fnref)?)(\d+)"/g,
      (_, before: string, number: string) => `${before}n${this.made}x${number}"`,
    );
    return fromHtml(named, { fragment: true }).children.flatMap((node) => {
      if (node.type !== 'element') return [];
      if (!String(node.properties.className).includes('footnotes')) return [toHtml(node)];
      this.notes.push(...node.children.flatMap((item) => (item.type === 'element' ? [toHtml(item)] : [])));
      return [];
    });
  }
}

const strike = (html: string): string => html.replace(/^<(p|h[1-6])>(.*)<\/\1>$/s, '<$1><del>$2</del></$1>');

const textOf = (html: string): string =>
  textsOf(fromHtml(html, { fragment: true }))
    .map(({ value }) => value)
    .join('');

function textsOf(node: Root | ElementContent): Text[] {
  if (node.type === 'text') return [node];
  return 'children' in node
    ? node.children.flatMap((child) => (child.type === 'text' || child.type === 'element' ? textsOf(child) : []))
    : [];
}

/** Replaces words in HTML wherever in its texts they begin and end. */
function replaceIn(
  html: string,
  { quote, replacement, mode }: { quote: string; replacement: string; mode: Mode },
): string {
  const tree = fromHtml(html, { fragment: true });
  const start = textOf(html).indexOf(quote);
  let at = 0;
  let isFirst = true;
  const change = (parent: Root | Element): void => {
    parent.children = parent.children.flatMap((child): ElementContent[] => {
      if (child.type === 'element') change(child);
      if (child.type !== 'text') return child.type === 'element' ? [child] : [];
      const from = Math.min(Math.max(start - at, 0), child.value.length);
      const to = Math.min(Math.max(start + quote.length - at, 0), child.value.length);
      at += child.value.length;
      if (from >= to) return [child];
      const text = (value: string): ElementContent[] => (value === '' ? [] : [{ type: 'text', value }]);
      const tag = (tagName: string, value: string): ElementContent[] =>
        value === '' ? [] : [{ type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] }];
      const gone = mode === 'suggest' ? tag('del', child.value.slice(from, to)) : [];
      const fresh = isFirst ? (mode === 'suggest' ? tag('ins', replacement) : text(replacement)) : [];
      isFirst = false;
      return [...text(child.value.slice(0, from)), ...gone, ...fresh, ...text(child.value.slice(to))];
    });
  };
  change(tree);
  return toHtml(tree);
}
