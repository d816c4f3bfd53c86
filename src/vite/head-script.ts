/**
 * The one script that stands in pages themselves, before anything is painted; empty where there is none.
 *
 * The policy of pages allows it by its hash.
 */
export const headScript = '';
