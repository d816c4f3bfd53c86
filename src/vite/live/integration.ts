import type { AstroIntegration } from 'astro';

/** Updates the pages of the development server after each save. */
export const livePage = (): AstroIntegration => ({
  name: 'live-page',
  hooks: {
    'astro:config:setup': ({ command, injectScript }) => {
      if (command === 'dev') injectScript('page', `import '/src/vite/live/page.ts';`);
    },
  },
});
