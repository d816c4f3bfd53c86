const long = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthOnly = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-11-24` as "24 November 2026". */
export const formatDay = (day: string): string => long.format(new Date(`${day}T00:00:00Z`));

/** `2026-11-24` as "November 2026". */
export const formatMonth = (day: string): string => monthOnly.format(new Date(`${day}T00:00:00Z`));
