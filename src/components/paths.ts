/** The address of a page of this site under its base path: `pathOf('/works/')`. */
export const pathOf = (path: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;

/** The address of an essay's paper, which is beside its page where there is one. */
export const pathOfPaper = (slug: string): string => pathOf(`/essays/${slug}/${slug}.pdf`);
