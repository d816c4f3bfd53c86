/** The address of a page of this site under its base path: `pathOf('/works/')`. */
export const pathOf = (path: string): string => import.meta.env.BASE_URL.replace(/\/$/, '') + path;
