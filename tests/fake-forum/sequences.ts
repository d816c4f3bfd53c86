import type { Clock } from './clock.ts';

export type StoredChapter = {
  _id: string;
  createdAt: number;
  sequenceId: string | null;
  number: number | null;
  title: string | null;
  subtitle: string | null;
  postIds: string[];
};

export type StoredSequence = {
  _id: string;
  createdAt: number;
  userId: string;
  title: string;
  draft: boolean;
  isDeleted: boolean;
  af: boolean;
};

type ChapterData = { number?: number; title?: string; subtitle?: string; sequenceId?: string; postIds?: string[] };
type Context = { clock: Clock; runLater: (job: () => Promise<void>) => void };

/** The sequences of a forum and their chapters. */
export class Sequences {
  all = new Map<string, StoredSequence>();
  chapters = new Map<string, StoredChapter>();
  private context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  /** Creates a sequence. Its first chapter, which is empty and has no number, is added in the background. */
  create(data: { title: string; draft?: boolean; af?: boolean }, userId: string): StoredSequence {
    const { clock, runLater } = this.context;
    const { title, draft = false, af = false } = data;
    const sequence = {
      _id: clock.nextId('sequence'),
      createdAt: clock.now(),
      userId,
      title,
      draft,
      isDeleted: false,
      af,
    };
    this.all.set(sequence._id, sequence);
    runLater(async () => {
      this.createChapter({ sequenceId: sequence._id, postIds: [] });
    });
    return sequence;
  }

  createChapter({ number, title, subtitle, sequenceId, postIds = [] }: ChapterData): StoredChapter {
    const { clock } = this.context;
    const chapter = {
      _id: clock.nextId('chapter'),
      createdAt: clock.now(),
      sequenceId: sequenceId ?? null,
      number: number ?? null,
      title: title ?? null,
      subtitle: subtitle ?? null,
      postIds: [...postIds],
    };
    this.chapters.set(chapter._id, chapter);
    return chapter;
  }

  updateChapter(chapter: StoredChapter, data: ChapterData): void {
    Object.assign(chapter, data);
  }

  chaptersOf = (id: string): StoredChapter[] =>
    [...this.chapters.values()].filter(({ sequenceId }) => sequenceId === id);
}
