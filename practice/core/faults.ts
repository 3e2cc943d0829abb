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

/** Every call meets this until it is over. */
export type Spell = { readonly kind: '429' | '500'; readonly until: number };

/** Faults are used up in the order in which they were added; each call meets one at most. */
export function openFaults(now: () => number) {
  let pending: Fault[] = [];
  let spell: Spell | undefined;
  const spellNow = (): Spell | undefined => (spell && spell.until > now() ? spell : undefined);
  return {
    add(fault: Fault): void {
      pending.push(fault);
    },
    clear(): void {
      pending = [];
      spell = undefined;
    },
    /** From now on, for so long. */
    cast(kind: Spell['kind'], seconds: number): void {
      spell = { kind, until: now() + seconds * 1000 };
    },
    spell: spellNow,
    areSet: () => pending.length > 0 || spellNow() !== undefined,
    take(method: string, channel: string | undefined): Fault | undefined {
      const fault = pending.find(
        (each) => each.method === method && (each.channel === undefined || each.channel === channel),
      );
      if (!fault) return duringSpell(method, spellNow(), now());
      const rest = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [];
      pending = pending.flatMap((each) => (each === fault ? rest : [each]));
      return fault;
    },
  };
}

export type Faults = ReturnType<typeof openFaults>;

function duringSpell(method: string, spell: Spell | undefined, now: number): Fault | undefined {
  if (!spell) return undefined;
  const retryAfter = Math.max(1, Math.ceil((spell.until - now) / 1000));
  return { method, kind: spell.kind, times: 1, retryAfter };
}
