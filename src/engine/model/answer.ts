/** The slug of the review's answer, which no essay may have. */
export const answerSlug = 'answer';

/** Path of the review's answer from the project's root; the answer is optional. */
export const answerFile = 'content/answer.mdx';

export const isAnswer = ({ slug }: { slug: string }): boolean => slug === answerSlug;
