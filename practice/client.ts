import { administrate } from './client/administrate.ts';
import { call } from './client/call.ts';
import { personIn } from './client/person.ts';
import type { Fault, FaultKind } from './core/faults.ts';
import type { Transport } from './core/options.ts';
import type { RequestRecord, ViolationRecord } from './core/record-book.ts';
import type { EventDelivery } from './events/queue.ts';
import type { Channel, Group, Message, Notice, Person, StoredFile } from './state/records.ts';

export type WorkspaceStatus = {
  readonly transport: Transport;
  readonly requestUrl: string | null;
  readonly sockets: number;
  /** How many calls got a 429 from the rate limits. */
  readonly rateLimited: number;
  /** How often each method ended how: `{ 'chat.postMessage': { ok: 12, is_archived: 1 } }`. */
  readonly calls: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly violations: number;
  readonly people: number;
  readonly channels: number;
};

type NewFault = Omit<Fault, 'kind' | 'times'> & { readonly kind: FaultKind; readonly times?: number };

/** Everything that can be done to, and asked of, a running practice workspace. Plain fetch, so from any process. */
export function connectWorkspace(url: string) {
  const ask = async <Answer>(name: string, input: object = {}): Promise<Answer> =>
    await call<Answer>(url, name, input);
  return {
    url,
    /** Where the app listens for events and interactions. */
    requestUrl: async (requestUrl: string): Promise<void> => await ask('request-url', { url: requestUrl }),
    transport: async (transport: Transport): Promise<void> => await ask('transport', { transport }),
    /** A person, by name or id. */
    as: (person: string) => personIn(url, person),
    admin: administrate(ask),
    faults: {
      add: async (fault: NewFault): Promise<void> => await ask('fault-add', fault),
      clear: async (): Promise<void> => await ask('fault-clear'),
    },
    /** How events leave from now on; what isn't named goes back to normal. */
    delivery: async (habits: { duplicate?: number; reorder?: boolean; hold?: boolean }): Promise<void> =>
      await ask('delivery', habits),
    release: async (): Promise<void> => await ask('release'),
    /** True once every event has been acknowledged or given up. */
    settled: async (withinMs = 10_000): Promise<boolean> => await ask('settled', { withinMs }),
    messages: async (channel: string): Promise<Message[]> => await ask('messages', { channel }),
    thread: async (channel: string, ts: string): Promise<Message[]> => await ask('thread', { channel, ts }),
    directMessages: async (of: string): Promise<Message[]> => await ask('direct-messages', { of }),
    notices: async (of: string): Promise<Notice[]> => await ask('notices', { of }),
    requests: async (which: { method?: string } = {}): Promise<RequestRecord[]> =>
      await ask('requests', which),
    violations: async (): Promise<ViolationRecord[]> => await ask('violations'),
    deliveries: async (): Promise<EventDelivery[]> => await ask('deliveries'),
    people: async (): Promise<Person[]> => await ask('people'),
    channels: async (): Promise<Channel[]> => await ask('channels'),
    groups: async (): Promise<Group[]> => await ask('groups'),
    files: async (): Promise<Omit<StoredFile, 'content' | 'isComplete'>[]> => await ask('files'),
    /** The bytes of a file that stands in the workspace. */
    download: async ({ id, name }: Pick<StoredFile, 'id' | 'name'>): Promise<Buffer> => {
      const response = await fetch(`${url}/files/${id}/${encodeURIComponent(name)}`);
      if (!response.ok) throw new Error(`There is no file ${id}.`);
      return Buffer.from(await response.arrayBuffer());
    },
    status: async (): Promise<WorkspaceStatus> => await ask('status'),
    reset: async (): Promise<void> => await ask('reset'),
    waitFor,
  };
}

export type WorkspaceClient = ReturnType<typeof connectWorkspace>;

const LONGEST_WAIT_MS = 15_000;
const BETWEEN_LOOKS_MS = 25;

/** Looks until there is something to see, and says what it had been waiting for when there never is. */
export async function waitFor<Found>(
  look: () => Promise<Found | undefined>,
  what: string,
  withinMs = LONGEST_WAIT_MS,
): Promise<Found> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${withinMs} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}
