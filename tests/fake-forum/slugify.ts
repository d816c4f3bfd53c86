/** Returns the part of a post's URL that comes from its title: at most 60 characters, whole words. */
export function slugify(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const slug =
    words.length <= 60
      ? words
      : words
          .slice(0, 61)
          .replace(/-[^-]*$/, '')
          .slice(0, 60);
  if (slug === 'edit') return 'edit-1';
  return slug === '' ? 'unicode' : slug;
}
