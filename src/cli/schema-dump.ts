import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { connect } from '../platform/database.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { migrate } from '../platform/migrate.ts';
import { describeSchema } from '../platform/schema-description.ts';

/** Writes `migrations/schema.sql` from a fresh database, so that a review sees what a migration comes to. */
const folder = await mkdtemp(path.join(tmpdir(), 'concierge-schema-'));
const postgres = await startEmbeddedPostgres({ folder, database: 'schema' });
await migrate(postgres.url);
const db = connect(postgres.url, { max: 1 });
await writeFile(path.join(import.meta.dirname, '../../migrations/schema.sql'), await describeSchema(db));
await db.destroy();
await postgres.stop();
await rm(folder, { recursive: true, force: true });
console.log('wrote migrations/schema.sql');
