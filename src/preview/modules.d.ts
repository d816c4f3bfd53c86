declare module 'virtual:previews' {
  /** An essay's post as the forum would show it; in development alone. */
  export const loadPreview: (slug: string) => Promise<{ default: import('./preview.ts').Preview }>;
}
