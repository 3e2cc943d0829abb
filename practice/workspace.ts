import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { openConnection } from './app/connection.ts';
import { openChanges } from './core/changes.ts';
import { DIRECTORY_FILE, settle, type WorkspaceOptions } from './core/options.ts';
import { refuseBesideSlack } from './face/beside-slack.ts';
import { type Face, openFace } from './face/face.ts';
import type { Host } from './face/host.ts';
import { listen } from './server.ts';
import { readDirectoryNames } from './state/directory-names.ts';
import { openEmulator, type WorkspaceEmulator } from './state/emulator.ts';
import { APP_TOKEN, BOT_TOKEN } from './state/identity.ts';
import type { State } from './state/records.ts';
import { addMissing, seedState } from './state/seed.ts';
import { loadState, openStateFile } from './state/state-file.ts';

export type RunningWorkspace = AsyncDisposable & {
  readonly url: string;
  /** What the Web API client is pointed at. */
  readonly apiUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
  readonly appToken: string;
  /** Shows the workspace in the browser, at its address, from then on. */
  readonly showFace: (face: FaceOptions) => Promise<void>;
  /** Back to how it was seeded. */
  readonly reset: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type FaceOptions = {
  readonly host?: Host;
  readonly page?: string;
  readonly pace?: number;
  /** Where credentials of a real Slack would stand. */
  readonly env: Readonly<Record<string, string | undefined>>;
};

/** Starts a Slack workspace on this machine, spoken to only through Slack's own protocols and `/practice`. */
export async function startWorkspace(options: WorkspaceOptions = {}): Promise<RunningWorkspace> {
  const settings = settle(options);
  const seed = initialState(options);
  const holder: { emulator?: WorkspaceEmulator; face?: Face; url: string; save: () => void } = {
    url: '',
    save: () => {},
  };
  const emulatorNow = (): WorkspaceEmulator => {
    if (!holder.emulator) throw new Error('The practice workspace is still starting.');
    return holder.emulator;
  };
  const server = await listen(options.port ?? 0, emulatorNow, () => holder.face);
  holder.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const connection = openConnection(settings, () => seed.signingSecret);
  const surroundings = {
    settings,
    connection,
    changes: openChanges(),
    baseUrl: () => holder.url,
    onChange: () => holder.save(),
  };
  const emulator = await openEmulator(seed, surroundings);
  holder.emulator = emulator;
  const file = options.stateFile && openStateFile(options.stateFile, () => emulator.runtime.snapshot().state);
  if (file) holder.save = () => file.saveSoon();

  const close = async (): Promise<void> => {
    if (file) file.saveNow();
    connection.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await emulator.runtime.close();
  };
  return {
    url: holder.url,
    apiUrl: `${holder.url}/api/`,
    signingSecret: seed.signingSecret,
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    showFace: async ({ host = {}, env, page, pace }) => {
      refuseBesideSlack(env);
      const surroundings = { workspace: () => emulator.workspace(), url: () => holder.url, host, page, pace };
      holder.face = await openFace(surroundings);
    },
    reset: async () => await emulator.reset(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function initialState({ stateFile, directoryFile, signingSecret }: WorkspaceOptions): State {
  const file = directoryFile ?? DIRECTORY_FILE;
  const names =
    directoryFile || existsSync(file) ? readDirectoryNames(file) : { careTeams: [], channels: [] };
  const saved = stateFile ? loadState(stateFile) : undefined;
  const secret = signingSecret ?? saved?.signingSecret ?? randomBytes(16).toString('hex');
  return saved ? { ...addMissing(saved, names), signingSecret: secret } : seedState(names, secret);
}
