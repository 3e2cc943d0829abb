import type { Json } from '../json.ts';
import type { Violation } from '../limits/index.ts';

/** One Web API request as it arrived and what became of it. */
export type RequestRecord = {
  readonly at: number;
  readonly method: string;
  readonly arguments: Json;
  readonly status: number;
  /** `ok`, Slack's error code, or the fault that was played. */
  readonly verdict: string;
};

/** One message or view that real Slack would refuse. */
export type ViolationRecord = Violation & { readonly at: number; readonly method: string };

const KEPT = 50_000;

/** What a test asks about afterwards. Bounded, because a workspace may run for days. */
export function openRecordBook() {
  const requests: RequestRecord[] = [];
  const violations: ViolationRecord[] = [];
  const tally: Record<string, Record<string, number>> = {};
  return {
    requests: requests as readonly RequestRecord[],
    violations: violations as readonly ViolationRecord[],
    /** How often each method ended how, since the start. */
    tally: tally as Readonly<Record<string, Readonly<Record<string, number>>>>,
    addRequest(record: RequestRecord): void {
      const { method, verdict } = record;
      tally[method] = { ...tally[method], [verdict]: (tally[method]?.[verdict] ?? 0) + 1 };
      add(requests, record);
    },
    addViolation: (record: ViolationRecord): void => add(violations, record),
  };
}

export type RecordBook = ReturnType<typeof openRecordBook>;

function add<Item>(items: Item[], item: Item): void {
  items.push(item);
  if (items.length > KEPT) items.splice(0, KEPT / 10);
}
