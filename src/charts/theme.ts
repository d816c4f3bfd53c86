/** The values in light that the site's variables have, for pictures in which there are no variables. */
export const lightColors: Readonly<Record<string, string>> = {
  accent: '#0b5a6b',
  against: '#9a3b26',
  for: '#1c6b4a',
  ink: '#1f1d1a',
  mixed: '#6d5a12',
  paper: '#ffffff',
  quiet: '#64605a',
  rule: '#e0dcd2',
};

/** A colour of the design as SVG has it. */
export const colorOf = (name: string): string => `var(--${name})`;

/** Colours of categories where the specification names none. */
export const categoryColors = ['accent', 'mixed', 'against', 'for', 'quiet', 'ink'] as const;

export const fontSize = 12;
/** Between an axis and its labels, in pixels. */
export const labelPadding = 7;
export const font = { size: fontSize } as const;
/** From the baseline of a line of text to that of the next, in pixels. */
export const lineHeight = fontSize + 2;
