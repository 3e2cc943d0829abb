export const FAULT_KINDS = [
  '429',
  '500',
  'drop-before',
  'drop-after',
  '500-after',
  'cut-body',
  'fatal_error-after',
  'delay',
] as const;

/**
 * - `429`, `500`, `drop-before`: nothing is done; the caller gets that answer, or a dead socket.
 * - `500-after`, `fatal_error-after`, `drop-after`, `cut-body`: the call is carried out, then answered badly.
 * - `delay`: carried out at once, answered `delayMs` later.
 */
export type FaultKind = (typeof FAULT_KINDS)[number];

export type Fault = {
  readonly method: string;
  readonly channel?: string | undefined;
  readonly kind: FaultKind;
  readonly times: number;
  readonly retryAfter?: number | undefined;
  readonly delayMs?: number | undefined;
};

/** Faults are used up in the order in which they were added; each call meets one at most. */
export function openFaults() {
  let pending: Fault[] = [];
  return {
    add(fault: Fault): void {
      pending.push(fault);
    },
    clear(): void {
      pending = [];
    },
    areSet: () => pending.length > 0,
    take(method: string, channel: string | undefined): Fault | undefined {
      const fault = pending.find(
        (each) => each.method === method && (each.channel === undefined || each.channel === channel),
      );
      if (!fault) return undefined;
      const rest = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      pending = pending.flatMap((each) => (each === fault ? rest : [each]));
      return fault;
    },
  };
}

export type Faults = ReturnType<typeof openFaults>;
