/** What the library writes for scripts and screen readers: a chart has one label, and its table is below it. */
const noise = / (?:class|role|aria-[a-z]+|pointer-events|opacity)="(?:[^"]*)"/g;
const emptyPath =
  /<path[^>]* class="(?:background|foreground)"[^>]*\/>|<path class="(?:background|foreground)"[^>]*\/>/g;

/** The SVG of the library without what nobody sees, in a size. */
export function tidySvg(svg: string, { width, height }: { width: number; height: number }): string {
  const root = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`;
  return svg
    .replace(/^<svg[^>]*>/, root)
    .replace(emptyPath, '')
    .replace(/<[^>]*>/g, tidyTag);
}

const tidyTag = (tag: string): string =>
  tag
    .replace(noise, (attribute) => (/^ opacity="(?!1")/.test(attribute) ? attribute : ''))
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))));
