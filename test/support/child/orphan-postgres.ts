import { startEmbeddedPostgres } from '../../../src/platform/embedded-postgres.ts';

/** Run as a process of its own: starts a server on the folder, says where it is, and stays until it is killed. */
const [, , folder = ''] = process.argv;
const { url } = await startEmbeddedPostgres({ folder, database: 'concierge', settings: { fsync: 'off' } });
process.stdout.write(`${url}\n`);
setInterval(() => {}, 1_000);
