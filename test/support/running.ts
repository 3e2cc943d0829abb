import type { EmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';

export type Running = { readonly postgres: EmbeddedPostgres; readonly folder: string };

/** Jest loads set-up and tear-down as modules of their own: what one starts and the other ends is kept on the process. */
const KEY = Symbol.for('concierge-desk.test-run');
const shelf = globalThis as unknown as Record<symbol, Running | undefined>;

export const running = {
  get: (): Running | undefined => shelf[KEY],
  set: (value: Running): void => {
    shelf[KEY] = value;
  },
};
