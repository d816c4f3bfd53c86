/** Forums that posts are written for; all run ForumMagnum. */
export const forums = ['lesswrong', 'alignmentforum', 'eaforum'] as const;
export type Forum = (typeof forums)[number];

export const isForum = (name: string): name is Forum => forums.some((forum) => forum === name);

/**
 * Whether a forum has blocks for text that a language model wrote, and the interface for drafts that inserts them.
 *
 * Both were found in what runs on LessWrong, which the Alignment Forum is a part of. The EA Forum runs the same software
 * from a branch of its own (LessWrong's developers proposed in February 2026 to take its code out of theirs), for which
 * neither was found; Markdown, footnotes, collapsible sections, math and the sanitizer are from before they parted.
 */
export const marksModelWritten = (forum: Forum = 'lesswrong'): boolean => forum !== 'eaforum';
