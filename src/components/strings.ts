import review from 'virtual:review';
import { stringsOf, type Strings } from '../engine/model/strings/index.ts';

/** The texts of pages in the review's language; asked for by each page, for in development the review may change. */
export const readStrings = (): Strings => stringsOf(review.config.locale);
