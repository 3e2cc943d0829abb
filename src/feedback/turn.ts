/**
 * Waits for the rest of what arrives in this turn of the event loop, so that all of it is worked on step by step
 * together: code and tables that have just been used are still in the processor's caches. One request after the other
 * takes longer. An idle process waits for nobody.
 */
export function createTurns(): () => Promise<void> {
  let turn: Promise<void> | undefined;
  return async () => {
    turn ??= new Promise((resolve) => {
      setImmediate(() => {
        turn = undefined;
        resolve();
      });
    });
    await turn;
  };
}
