/** What only the asset pipeline knows of an image. */
type ImagePart = 'src' | 'srcset' | 'width' | 'height';

/** Stands in the HTML for a part of the essay's image number `index`; private-use characters keep it apart from text. */
export const tokenOf = (index: number, part: ImagePart): string => `\u{E010}${index}.${part}\u{E011}`;

export const tokens = /\u{E010}(\d+)\.(src|srcset|width|height)\u{E011}/gu;
