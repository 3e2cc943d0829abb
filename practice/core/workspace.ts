import type { Connection } from '../app/connection.ts';
import { type EventQueue, openEventQueue } from '../events/queue.ts';
import type { State } from '../state/records.ts';
import { openStore, type Store } from '../state/store.ts';
import { type OpenViews, openOpenViews } from '../views/open-views.ts';
import { type Changes, openChanges } from './changes.ts';
import { type Faults, openFaults } from './faults.ts';
import type { Settings } from './options.ts';
import { openRateLimits, type RateLimits } from './rate-limits.ts';
import { openRecordBook, type RecordBook } from './record-book.ts';
import { openResponseUrls, type ResponseUrls } from './response-urls.ts';
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
  readonly changes: Changes;
  /** To be called after every change of the state: it is saved soon, and those who wait look again. */
  readonly changed: () => void;
};

export type Surroundings = {
  readonly settings: Settings;
  readonly baseUrl: () => string;
  readonly connection: Connection;
  readonly onChange: () => void;
};

export function openWorkspace(state: State, surroundings: Surroundings): Workspace {
  const { settings, baseUrl, connection, onChange } = surroundings;
  const changes = openChanges();
  return {
    settings,
    baseUrl,
    store: openStore(state, settings.now),
    connection,
    events: openEventQueue(connection, settings, () => changes.announce()),
    views: openOpenViews(),
    triggers: openTriggers(settings.now),
    responseUrls: openResponseUrls(baseUrl, settings.now),
    limits: openRateLimits(settings.now),
    faults: openFaults(),
    book: openRecordBook(),
    changes,
    changed: () => {
      onChange();
      changes.announce();
    },
  };
}
