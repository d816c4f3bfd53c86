import type { Previews } from '../vite/essay-module.ts';

/** Pages that show essays as posts, beside the text of the site. */
export const previews: Previews = {
  pages: {
    name: 'previews',
    hooks: {
      'astro:config:setup': ({ injectRoute }) => {
        const page = (name: string): URL => new URL(name, import.meta.url);
        injectRoute({ pattern: '/preview/', entrypoint: page('PreviewList.astro') });
        injectRoute({ pattern: '/preview/[slug]/[...format]/', entrypoint: page('PreviewPage.astro') });
      },
    },
  },
  renderModule: async (essay, context) => {
    // Imported with the first preview, because the forum's packages take a second to load.
    const { renderPreview } = await import('./render-preview.ts');
    return `export default ${JSON.stringify(renderPreview(essay, context))};\n`;
  },
};
