import type { Plugin } from 'vite';

const olderFormats = /,\s*url\([^)]*\)\s*format\("(?:woff|truetype)"\)/g;

/** KaTeX's styles with WOFF2 alone, which every browser of the last ten years reads: two fonts in three stay away from the site. */
export const katexFonts = (): Plugin => ({
  name: 'katex-fonts',
  enforce: 'pre',
  transform: (code, id) => (/\/katex(?:\.min)?\.css/.test(id) ? code.replace(olderFormats, '') : null),
});
