import type { Connection } from '../app/connection.ts';
import { overheard } from '../app/overheard.ts';
import { type EventQueue, openEventQueue } from '../events/queue.ts';
import type { State } from '../state/records.ts';
import { openStore, type Store } from '../state/store.ts';
import { type OpenViews, openOpenViews } from '../views/open-views.ts';
import type { Changes } from './changes.ts';
import { type Faults, openFaults } from './faults.ts';
import type { Settings } from './options.ts';
import { openRateLimits, type RateLimits } from './rate-limits.ts';
import { openRecordBook, type RecordBook } from './record-book.ts';
import { openResponseUrls, type ResponseUrls } from './response-urls.ts';
import { openTraffic, type TrafficLog } from './traffic.ts';
import { openTriggers, type Triggers } from './triggers.ts';

/** One workspace between two resets: what is kept, and what lives only as long as the process. */
export type Workspace = {
  readonly settings: Settings;
  readonly baseUrl: () => string;
  readonly store: Store;
  readonly connection: Connection;
  readonly events: EventQueue;
  readonly views: OpenViews;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly limits: RateLimits;
  readonly faults: Faults;
  readonly book: RecordBook;
  readonly traffic: TrafficLog;
  readonly changes: Changes;
  /** To be called after every change of the state: it is saved soon, and those who wait look again. */
  readonly changed: () => void;
};

export type Surroundings = {
  readonly settings: Settings;
  readonly baseUrl: () => string;
  readonly connection: Connection;
  /** Outlives resets, like those who watch. */
  readonly changes: Changes;
  readonly onChange: () => void;
};

export function openWorkspace(state: State, surroundings: Surroundings): Workspace {
  const { settings, baseUrl, changes, onChange } = surroundings;
  const traffic = openTraffic(settings.now, () => changes.announce());
  const connection = overheard(surroundings.connection, traffic);
  return {
    settings,
    baseUrl,
    store: openStore(state, settings.now, baseUrl),
    connection,
    events: openEventQueue(connection, settings, () => changes.announce()),
    views: openOpenViews(),
    triggers: openTriggers(settings.now),
    responseUrls: openResponseUrls(baseUrl, settings.now),
    limits: openRateLimits(settings.now),
    faults: openFaults(settings.now),
    book: openRecordBook(),
    traffic,
    changes,
    changed: () => {
      onChange();
      changes.announce();
    },
  };
}
