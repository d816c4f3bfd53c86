import review from 'virtual:review';
import { pathOf } from '../components/paths.ts';
import { readStrings } from '../components/strings.ts';
import { paper } from '../engine/card-picture.ts';

/** The web app manifest, for the site on a home screen: https://www.w3.org/TR/appmanifest/ */
export function GET(): Response {
  const { title, abstract } = review.config;
  const sizes = [192, 512].map((size) => ({
    src: pathOf(`/icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
  }));
  const manifest = {
    name: title,
    description: abstract,
    lang: readStrings().language,
    start_url: pathOf('/'),
    scope: pathOf('/'),
    display: 'minimal-ui',
    background_color: paper.light,
    theme_color: paper.light,
    icons: [{ src: pathOf('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' }, ...sizes],
  };
  return new Response(`${JSON.stringify(manifest, null, 1)}\n`, {
    headers: { 'Content-Type': 'application/manifest+json' },
  });
}
