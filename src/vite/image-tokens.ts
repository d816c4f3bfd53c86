/** Properties of an image that only the asset pipeline has. */
type ImagePart = 'src' | 'srcset' | 'width' | 'height';

/**
 * Returns the token in the HTML for a property of the image with an index. Its private-use characters appear in no
 * text.
 */
export const tokenOf = (index: number, part: ImagePart): string => `\u{E010}${index}.${part}\u{E011}`;

export const tokens = /\u{E010}(\d+)\.(src|srcset|width|height)\u{E011}/gu;
