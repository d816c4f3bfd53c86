import { isBibliographyFile } from '../src/engine/model/content-files.ts';
import { checkStyle, parseBibliography, type BibliographyFile } from '../src/engine/bibliography/index.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { isError } from '../src/engine/model/message.ts';
import { ReviewConfig } from '../src/engine/model/review.ts';
import type { Library } from '../src/engine/model/work.ts';
import { readSources } from '../src/engine/read-review.ts';
import { parseYaml } from '../src/engine/yaml/index.ts';

/** The part of a review that commands about works need: no essays, and no printed references. */
type LibraryInput = {
  config: ReviewConfig;
  /** The XML or the name of the review's style. */ style: string;
  library: Library;
  files: BibliographyFile[];
};

/** Reads the review's works. If they or `review.yaml` cannot be read, returns the messages as text. */
export function readLibrary(root: string): LibraryInput | { errors: string } {
  const { texts } = readSources(root);
  const file = 'content/review.yaml';
  const config = parseYaml({ file, text: texts.get(file) ?? '' }, ReviewConfig);
  const files = [...texts].filter(([path]) => isBibliographyFile(path)).map(([path, text]) => ({ path, text }));
  const { library, messages } = parseBibliography(files);
  const style =
    config.value === null ? [] : checkStyle({ file, value: config.value, positionOf: config.positionOf }, texts);
  const errors = [...config.messages, ...style, ...messages].filter(isError);
  if (config.value === null || errors.length > 0) return { errors: formatMessages(errors) };
  return { config: config.value, style: texts.get(config.value.style) ?? config.value.style, library, files };
}
