import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** A document with its declaration. `toXml` leaves `]]>` as it is, which no text may contain; there is no CDATA that it could end. */
export const serializeXml = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root).replace(notXml, '').replaceAll(']]>', ']]&gt;')}\n`;

/** Characters that no XML may contain, escaped or not. */
// eslint-disable-next-line no-control-regex -- those are the ones
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
