import review from 'virtual:review';
import { stringsOf, type Strings } from '../engine/model/strings/index.ts';

/**
 * Returns the texts of pages in the review's language. Each page calls it, because the review may change during
 * development.
 */
export const readStrings = (): Strings => stringsOf(review.config.locale);
