/** Returns the path of a page with the base path: `pathOf('/works/')`. */
export const pathOf = (path: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;

/** Returns the path of an essay's paper, which is beside its page if it exists. */
export const pathOfPaper = (slug: string): string => pathOf(`/essays/${slug}/${slug}.pdf`);
