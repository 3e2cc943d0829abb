import { type AppAnswer, isAcknowledged, retryReason } from '../app/answer.ts';
import type { Connection } from '../app/connection.ts';
import type { Settings } from '../core/options.ts';
import { type Json, objectIn, textIn } from '../json.ts';

export type EventDelivery = {
  readonly eventId: string;
  readonly type: string;
  readonly attempt: number;
  readonly outcome: AppAnswer['kind'] | `status ${number}`;
};

export type DeliveryHabits = {
  /** How often each event is sent. */
  readonly duplicate?: number | undefined;
  /** Sends what waits in a random order. */
  readonly reorder?: boolean | undefined;
  /** Keeps everything back until released. */
  readonly hold?: boolean | undefined;
};

const AT_ONCE = 20;

/** Events leave on their own, never within the call that caused them, and are tried again as Slack does. */
export function openEventQueue(connection: Connection, settings: Settings, announce: () => void) {
  const waiting: Json[] = [];
  const deliveries: EventDelivery[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let habits: DeliveryHabits = {};
  let flying = 0;
  let closed = false;

  const deliver = async (body: Json, attempt: number, reason: string): Promise<void> => {
    const retry = attempt > 0 ? { number: attempt, reason } : undefined;
    const answer = await connection.send({ socketType: 'events_api', payload: body, retry });
    deliveries.push(recordOf(body, attempt, answer));
    announce();
    if (!isAcknowledged(answer)) tryAgain(body, attempt, answer);
  };
  const tryAgain = (body: Json, attempt: number, answer: AppAnswer): void => {
    const delay = settings.retryDelaysMs[attempt];
    if (closed || delay === undefined || (answer.kind === 'answered' && answer.noRetry)) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void deliver(body, attempt + 1, retryReason(answer));
    }, delay);
    timers.add(timer);
  };
  const next = (): Json | undefined =>
    habits.reorder ? waiting.splice(Math.floor(Math.random() * waiting.length), 1)[0] : waiting.shift();
  const pump = (): void => {
    while (!closed && !habits.hold && flying < AT_ONCE && waiting.length > 0) {
      const body = next();
      if (!body) return;
      flying += 1;
      void deliver(body, 0, '').finally(() => {
        flying -= 1;
        // Whoever waits for the last one to land looks now.
        announce();
        pump();
      });
    }
  };

  return {
    push(body: Json): void {
      if (!connection.isAwaited()) return;
      for (let copy = 0; copy < Math.max(1, habits.duplicate ?? 1); copy += 1) waiting.push(body);
      setImmediate(pump);
    },
    setHabits(next: DeliveryHabits): void {
      habits = next;
      setImmediate(pump);
    },
    /** Ends holding and leaves the other habits. */
    release(): void {
      habits = { ...habits, hold: false };
      setImmediate(pump);
    },
    deliveries: deliveries as readonly EventDelivery[],
    isIdle: () => waiting.length === 0 && flying === 0 && timers.size === 0,
    close(): void {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

export type EventQueue = ReturnType<typeof openEventQueue>;

function recordOf(body: Json, attempt: number, answer: AppAnswer): EventDelivery {
  const type = textIn(objectIn(body.event ?? body).type) ?? 'unknown';
  const outcome =
    answer.kind === 'answered' && answer.status !== 200 ? (`status ${answer.status}` as const) : answer.kind;
  return { eventId: textIn(body.event_id) ?? '', type, attempt, outcome };
}
