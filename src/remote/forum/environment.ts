import type { HttpContext } from '../http/context.ts';

/** What the commands are given beside the network and the clock: a terminal, the project, the forum and the token. */
export type ForumEnvironment = HttpContext & {
  /** Writes a line. */
  print: (line: string) => void;
  /** Asks the user whether to go on; null where there is no terminal. */
  confirm: (question: string) => Promise<boolean | null>;
  /** The project's root. */
  root: string;
  /** Writes files by path from the root: all of them, or none. */
  writeFiles: (texts: ReadonlyMap<string, string>) => void;
  site: ForumSite;
  /** The `loginToken` of an account; null where there is none. */
  token: string | null;
  /** The name under which the project asks. */
  userAgent: string;
  /** Addresses of pictures as posts show them, as `ForumContext` takes them. */
  images: ReadonlyMap<string, string>;
};

/** A forum on the web; tests put a server of their own in its place. */
export type ForumSite = {
  name: string;
  /** `https://www.lesswrong.com/` */
  base: string;
};

/** LessWrong, whose posts the Alignment Forum shows where they are marked for it. */
export const lessWrong: ForumSite = { name: 'LessWrong', base: 'https://www.lesswrong.com/' };

/** The environment variable with the token. */
export const tokenVariable = 'LESSWRONG_TOKEN';

/** The forum's policy on text that a language model wrote. */
export const policyOf = ({ base }: ForumSite): string => new URL('posts/KXujJjnmP85u8eM6B', base).href;

/** The address of a post. */
export const addressOfPost = ({ base }: ForumSite, { id, slug }: { id: string; slug: string }): string =>
  new URL(`posts/${id}${slug === '' ? '' : `/${slug}`}`, base).href;
