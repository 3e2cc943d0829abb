import { readFileSync } from 'node:fs';
import { objectIn } from '../json.ts';

export type Transport = 'http' | 'socket';

export type WorkspaceOptions = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly signingSecret?: string;
  readonly rateLimits?: boolean;
  /** How events and interactions reach the app: signed HTTP to its request URL, or its web sockets. */
  readonly transport?: Transport;
  /** Keeps the workspace over restarts. */
  readonly stateFile?: string;
  /** The directory whose channels and emoji the workspace is seeded with. */
  readonly directoryFile?: string;
  /** The events that the app subscribes to, as a manifest names them. All, unless told. */
  readonly events?: readonly string[];
  /** The bot's granted scopes. Those of the development manifest, or all, unless told. */
  readonly scopes?: readonly string[];
  /** The waits before the second, third and fourth delivery of an event. */
  readonly retryDelaysMs?: readonly number[];
  /** How long the app may take to acknowledge. Slack's three seconds, unless told. */
  readonly acknowledgeWithinMs?: number;
  readonly now?: () => number;
  readonly log?: (line: string) => void;
};

export type Settings = {
  readonly rateLimits: boolean;
  readonly transport: Transport;
  readonly events: readonly string[] | 'all';
  readonly scopes: readonly string[] | 'all';
  readonly retryDelaysMs: readonly number[];
  readonly acknowledgeWithinMs: number;
  readonly now: () => number;
  readonly log: (line: string) => void;
};

export const DIRECTORY_FILE = new URL('../directory.yaml', import.meta.url).pathname;
const MANIFEST = new URL('../../manifests/development.json', import.meta.url);

export function settle(options: WorkspaceOptions): Settings {
  return {
    rateLimits: options.rateLimits ?? true,
    transport: options.transport ?? 'http',
    events: options.events ?? 'all',
    scopes: options.scopes ?? manifestScopes(),
    retryDelaysMs: options.retryDelaysMs ?? [0, 60_000, 300_000],
    acknowledgeWithinMs: options.acknowledgeWithinMs ?? 3000,
    now: options.now ?? Date.now,
    log: options.log ?? ((line) => void process.stderr.write(`practice workspace: ${line}\n`)),
  };
}

function manifestScopes(): readonly string[] | 'all' {
  try {
    const manifest = objectIn(JSON.parse(readFileSync(MANIFEST, 'utf8')));
    const scopes = objectIn(objectIn(manifest.oauth_config).scopes).bot;
    return Array.isArray(scopes) ? scopes.map(String) : 'all';
  } catch {
    return 'all';
  }
}
