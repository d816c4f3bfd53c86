import type { Forum } from '../../engine/model/posts.ts';
import type { World as Outside } from '../http/world.ts';

/** What pushing is given beside the network and time: the person at the terminal, the project, the forums and tokens. */
export type World = Outside & {
  /** Writes a line. */
  print: (line: string) => void;
  /** Asks a person whether to go on; null where nobody is there to answer. */
  confirm: (question: string) => Promise<boolean | null>;
  /** The project's root. */
  root: string;
  /** Where each forum is; tests put a server of their own in their place. */
  forums: Readonly<Record<Forum, ForumSite>>;
  /** The token of an account, by the name of its environment variable; null where there is none. */
  tokenOf: (variable: string) => string | null;
};

/** A forum on the web. */
export type ForumSite = {
  name: string;
  /** `https://www.lesswrong.com/` */
  base: string;
  /** Host names that its edit links may have. */
  hosts: readonly string[];
  /** The environment variable that holds an account's token. */
  variable: string;
  /** Whose accounts, posts and ids it shares. */
  accounts: 'lesswrong' | 'eaforum';
};

export const publicForums: World['forums'] = {
  lesswrong: {
    name: 'LessWrong',
    base: 'https://www.lesswrong.com/',
    hosts: ['www.lesswrong.com', 'lesswrong.com'],
    variable: 'LESSWRONG_TOKEN',
    accounts: 'lesswrong',
  },
  alignmentforum: {
    name: 'the Alignment Forum',
    base: 'https://www.alignmentforum.org/',
    hosts: ['www.alignmentforum.org', 'alignmentforum.org'],
    variable: 'LESSWRONG_TOKEN',
    accounts: 'lesswrong',
  },
  eaforum: {
    name: 'the EA Forum',
    base: 'https://forum.effectivealtruism.org/',
    hosts: ['forum.effectivealtruism.org'],
    variable: 'EAFORUM_TOKEN',
    accounts: 'eaforum',
  },
};
