/** Jobs that the forum runs after it has responded. While `isHeld` is set, they wait for `finish`. */
export class Background {
  isHeld = false;
  private waiting: (() => Promise<void>)[] = [];
  private running = new Set<Promise<void>>();

  run = (job: () => Promise<void>): void => {
    if (this.isHeld) this.waiting.push(job);
    else this.start(job);
  };

  /** The number of held jobs. */
  get size(): number {
    return this.waiting.length;
  }

  /**
   * Runs held jobs in the order of `order`, which contains indices (default: all, in order), and waits for running
   * jobs.
   */
  async finish(order: readonly number[] = this.waiting.map((_, index) => index)): Promise<void> {
    const jobs = order.flatMap((index) => this.waiting[index] ?? []);
    this.waiting = this.waiting.filter((job) => !jobs.includes(job));
    for (const job of jobs) await job();
    await Promise.all(this.running);
  }

  private start(job: () => Promise<void>): void {
    const running: Promise<void> = new Promise<void>((resolve) => setImmediate(resolve))
      .then(job)
      .finally(() => this.running.delete(running));
    this.running.add(running);
  }
}
