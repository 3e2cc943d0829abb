import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { openProxy } from './proxy.ts';

/** A server that is this test's alone, so that it can be stopped. Its address stays the same. */
export type OwnPostgres = AsyncDisposable & {
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** It is there, but nothing comes back from it. */
  readonly stall: () => void;
  readonly release: () => void;
};

const DATABASE = 'concierge';
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export async function ownPostgres(): Promise<OwnPostgres> {
  const folder = await mkdtemp(path.join(tmpdir(), 'concierge-own-'));
  await chmod(folder, 0o755);
  const begin = async (): Promise<EmbeddedPostgres> =>
    await startEmbeddedPostgres({ folder, database: DATABASE, settings });
  let server = await begin();
  await migrate(server.url);
  const proxy = await openProxy(server.port);
  const url = new URL(server.url);
  url.port = `${proxy.port}`;
  return {
    url: url.href,
    stop: async () => await server.stop(),
    start: async () => {
      server = await begin();
      proxy.leadTo(server.port);
    },
    stall: proxy.stall,
    release: proxy.release,
    async [Symbol.asyncDispose]() {
      await proxy[Symbol.asyncDispose]();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
