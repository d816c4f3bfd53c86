import type { AstroIntegration } from 'astro';

/** Has the pages of the development server show what is saved. */
export const livePage = (): AstroIntegration => ({
  name: 'live-page',
  hooks: {
    'astro:config:setup': ({ command, injectScript }) => {
      if (command === 'dev') injectScript('page', `import '/src/vite/live/page.ts';`);
    },
  },
});
