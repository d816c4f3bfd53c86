/** One page of each kind of this review's site, by path. Pages of the guide are separate. */
export const sitePages = [
  '',
  'essays/',
  'essays/scaling-laws/',
  'essays/expressivity/',
  'works/',
  'works/kaplan2020scaling/',
  'domains/',
  'coverage/',
  'evidence/',
  'evidence/legible-thought/',
  'forecasts/',
  'glossary/',
  'about/',
  'search/',
  '404.html',
];
