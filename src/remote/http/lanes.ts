/** Runs every lane's tasks one after another, and as many lanes at once as `width` says. */
export async function runLanes(lanes: readonly (readonly (() => Promise<void>)[])[], width: number): Promise<void> {
  const waiting = lanes.toSorted((a, b) => b.length - a.length);
  const drive = async (): Promise<void> => {
    for (let lane = waiting.shift(); lane !== undefined; lane = waiting.shift()) {
      for (const task of lane) await task();
    }
  };
  await Promise.all(Array.from({ length: width }, drive));
}
