/** Tells those who wait that something has happened, so that nobody polls on a timer. */
export function openChanges() {
  const waiting = new Set<() => void>();
  const watching = new Set<() => void>();
  return {
    announce(): void {
      const woken = [...waiting];
      waiting.clear();
      for (const wake of woken) wake();
      for (const look of watching) look();
    },
    /** Calls at every change, until told to stop by what it answers with. */
    watch(look: () => void): () => void {
      watching.add(look);
      return () => void watching.delete(look);
    },
    /** Asks again after every change, until there is an answer or the time is over. */
    async until<Found>(ask: () => Found | undefined, withinMs: number): Promise<Found | undefined> {
      const deadline = performance.now() + withinMs;
      for (;;) {
        const found = ask();
        const left = deadline - performance.now();
        if (found !== undefined || left <= 0) return found;
        await nextChange(waiting, left);
      }
    },
  };
}

export type Changes = ReturnType<typeof openChanges>;

async function nextChange(waiting: Set<() => void>, withinMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const wake = (): void => {
      clearTimeout(timer);
      waiting.delete(wake);
      resolve();
    };
    const timer = setTimeout(wake, withinMs).unref();
    waiting.add(wake);
  });
}
