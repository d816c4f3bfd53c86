import type { IncomingMessage, ServerResponse } from 'node:http';

/** The `Content-Security-Policy` of every SVG: opened by itself, none can run a script or load anything. */
export const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Adds the policy to the answer where an SVG is asked for; for the event `request` of a server, before others answer. */
export function addSvgPolicy({ url = '' }: IncomingMessage, response: ServerResponse): void {
  if (/\.svg$/i.test(url.split(/[?#]/)[0] ?? '')) response.setHeader('content-security-policy', svgPolicy);
}
