/** What only the asset pipeline knows of an image. */
type ImagePart = 'src' | 'srcset' | 'width' | 'height';

/** The token in the HTML for a part of the image number `index`; its private-use characters occur in no text. */
export const tokenOf = (index: number, part: ImagePart): string => `\u{E010}${index}.${part}\u{E011}`;

export const tokens = /\u{E010}(\d+)\.(src|srcset|width|height)\u{E011}/gu;
