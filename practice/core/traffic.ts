import type { Json } from '../json.ts';

/** One request between the app and the workspace, in either direction. */
export type Traffic = {
  readonly id: number;
  readonly at: number;
  readonly from: 'app' | 'workspace';
  /** The method, the event or the kind of interaction. */
  readonly name: string;
  /** Empty while there is no answer yet. */
  outcome: string;
  ms: number;
  /** What the limit checker says: undefined where it has nothing to check. */
  limits: readonly string[] | undefined;
  readonly said: Json;
  answer: unknown;
};

const KEPT = 500;

/** What passed lately, for those who look over the app's shoulder. */
export function openTraffic(now: () => number, announce: () => void) {
  const passed: Traffic[] = [];
  let last = 0;
  return {
    passed: passed as readonly Traffic[],
    begin(from: Traffic['from'], name: string, said: Json) {
      const began = performance.now();
      const entry: Traffic = {
        id: (last += 1),
        at: now(),
        from,
        name,
        outcome: '',
        ms: 0,
        limits: undefined,
        said,
        answer: undefined,
      };
      passed.push(entry);
      if (passed.length > KEPT) passed.splice(0, passed.length - KEPT);
      return (outcome: string, answer: unknown): void => {
        entry.outcome = outcome;
        entry.answer = answer;
        entry.ms = performance.now() - began;
        announce();
      };
    },
    /** Notes the checker's verdict at the latest request of that name: checks follow right upon what they check. */
    judge(name: string, violations: readonly string[]): void {
      const entry = passed.findLast((each) => each.name === name);
      if (entry) entry.limits = [...(entry.limits ?? []), ...violations];
    },
  };
}

export type TrafficLog = ReturnType<typeof openTraffic>;
