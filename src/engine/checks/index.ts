import type { Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';
import { checkCollidingUrls } from './colliding-urls.ts';
import { checkEmptyLibrary } from './empty-library.ts';
import { checkEssayIds } from './essay-ids.ts';
import { checkFrontmatter } from './frontmatter.ts';
import { checkImages } from './images.ts';
import { checkLinks } from './links.ts';
import { checkRemarks } from './remarks.ts';
import { checkSequence } from './sequence.ts';
import { checkUnknownPosts } from './unknown-post.ts';
import { checkUndatedWorks } from './undated-works.ts';

type Check = (review: Review) => Message[];

/** Every check of a review as a whole. What one file can tell of itself, its parser has told. */
export const checks: readonly Check[] = [
  checkEmptyLibrary,
  checkUndatedWorks,
  checkCollidingUrls,
  checkRemarks,
  checkSequence,
  checkUnknownPosts,
  checkEssayIds,
  checkFrontmatter,
  checkLinks,
  checkImages,
];

/** All messages about a review, in the order of the checks. */
export const checkReview: Check = (review) => checks.flatMap((check) => check(review));
