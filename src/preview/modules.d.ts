declare module 'virtual:previews' {
  /** Loads an essay's post as the forum would show it. Only in development. */
  export const loadPreview: (slug: string) => Promise<{ default: import('./preview.ts').Preview }>;
}
