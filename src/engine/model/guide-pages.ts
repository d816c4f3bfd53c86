/** A page of the guide: `path` from the site's root, and its `name` in lists of pages. */
export type GuidePage = { path: string; name: string };

/** The guide's pages, in reading order; essays may link to them. */
export const guidePages: readonly GuidePage[] = [
  { path: '/guide/', name: 'A first essay' },
  { path: '/guide/citations/', name: 'Citations' },
  { path: '/guide/components/', name: 'Components' },
  { path: '/guide/charts/', name: 'Charts' },
  { path: '/guide/findings/', name: 'Findings' },
  { path: '/guide/bibliography/', name: 'The bibliography' },
  { path: '/guide/support/', name: 'Checking sources' },
  { path: '/guide/searches/', name: 'Searches and scope' },
  { path: '/guide/checks/', name: 'Checks' },
  { path: '/guide/cross-posting/', name: 'Cross-posting' },
  { path: '/guide/publishing/', name: 'Publishing' },
  { path: '/guide/arxiv/', name: 'From review to arXiv' },
  { path: '/guide/data/', name: 'Data for others' },
  { path: '/guide/own-review/', name: 'Start your own review' },
  { path: '/guide/design/', name: 'Design' },
];
