import type { IncomingMessage, ServerResponse } from 'node:http';

/** The `Content-Security-Policy` of every SVG: opened directly, it cannot run a script or load anything. */
export const svgPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Adds the policy to answers to requests for an SVG. Add it as the first listener of a server's `request` event. */
export function addSvgPolicy({ url = '' }: IncomingMessage, response: ServerResponse): void {
  if (/\.svg$/i.test(url.split(/[?#]/)[0] ?? '')) response.setHeader('content-security-policy', svgPolicy);
}
