import { createHash } from 'node:crypto';
import { embedAddress } from '../engine/model/embeds.ts';
import type { Review } from '../engine/model/review.ts';

/** Returns the hosts whose pages the texts of a review embed, in alphabetical order. */
export function findEmbedHosts({ essays, about }: Pick<Review, 'essays' | 'about'>): string[] {
  const components = [...essays, ...(about === null ? [] : [about])].flatMap((text) => text.components);
  const hosts = components.flatMap((node) =>
    node.name === 'Embed' ? [new URL(embedAddress(node.props.src)).hostname] : [],
  );
  return [...new Set(hosts)].toSorted();
}

/**
 * Creates the `Content-Security-Policy` of every page: files of the site, the inline script of the head, and frames of
 * the hosts that essays embed.
 *
 * The search needs WebAssembly. A host such as `metaculus.com` may redirect to its `www.`, which counts as a different
 * host.
 */
export function createPagePolicy({ hosts, inlineScript }: { hosts: readonly string[]; inlineScript: string }): string {
  const hash = createHash('sha256').update(inlineScript).digest('base64');
  const scripts = ["'self'", "'wasm-unsafe-eval'", ...(inlineScript === '' ? [] : [`'sha256-${hash}'`])];
  const frames = hosts.flatMap((host) => [`https://${host}`, `https://www.${host}`]);
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    ...(frames.length === 0 ? [] : [`frame-src ${frames.join(' ')}`]),
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
}
