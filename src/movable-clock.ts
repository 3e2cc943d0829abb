/** The machine's time, and as much ahead of it as somebody has let it jump. */
export function movableClock() {
  let aheadMs = 0;
  return {
    now: (): Date => new Date(Date.now() + aheadMs),
    ahead: (): number => aheadMs,
    jump: (seconds: number): void => {
      aheadMs += seconds * 1_000;
    },
    back: (): void => {
      aheadMs = 0;
    },
  };
}

export type MovableClock = ReturnType<typeof movableClock>;
