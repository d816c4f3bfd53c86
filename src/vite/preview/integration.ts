import type { AstroIntegration } from 'astro';

/** Adds the pages that show essays as posts to the development server, and to nothing else. */
export const previews = (): AstroIntegration => ({
  name: 'previews',
  hooks: {
    'astro:config:setup': ({ command, injectRoute }) => {
      if (command !== 'dev') return;
      const page = (name: string): URL => new URL(`../../preview/${name}`, import.meta.url);
      injectRoute({ pattern: '/preview/', entrypoint: page('PreviewList.astro') });
      injectRoute({ pattern: '/preview/[slug]/[...format]/', entrypoint: page('PreviewPage.astro') });
    },
  },
});
