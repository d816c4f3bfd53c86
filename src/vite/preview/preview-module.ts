import type { Essay } from '../../engine/model/essay.ts';
import { renderPreview, type PreviewContext } from './render-preview.ts';

/** An essay's preview as the JavaScript of a module. */
export const toPreviewModule = (essay: Essay, context: PreviewContext): string =>
  `export default ${JSON.stringify(renderPreview(essay, context))};\n`;
