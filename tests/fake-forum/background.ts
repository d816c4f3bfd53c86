/** Work that the forum does after it has answered. While it is held, it waits for `finish`. */
export class Background {
  isHeld = false;
  private waiting: (() => Promise<void>)[] = [];
  private running = new Set<Promise<void>>();

  run = (job: () => Promise<void>): void => {
    if (this.isHeld) this.waiting.push(job);
    else this.start(job);
  };

  /** How many jobs are held. */
  get size(): number {
    return this.waiting.length;
  }

  /** Ends held jobs in the order given by their indices (all, in order, without), and those that run. */
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
