/** The slug of the review's answer. No essay may have it. */
export const answerSlug = 'answer';

/** Path of the review's answer from the project's root; a review may go without. */
export const answerFile = 'content/answer.mdx';

export const isAnswer = ({ slug }: { slug: string }): boolean => slug === answerSlug;
