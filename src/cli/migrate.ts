import { migrate, migrateDown } from '../platform/migrate.ts';
import { runCommand } from './command.ts';
import { connectionFrom } from './connection.ts';

/** `npm run migrate` brings the database up to this release; `npm run migrate -- down` takes back the newest migration. */
process.exitCode = await runCommand(async () => {
  const down = process.argv.includes('down');
  const { databaseUrl } = connectionFrom(process.env);
  const steps = down ? await migrateDown(databaseUrl) : await migrate(databaseUrl);
  for (const { name, direction } of steps) {
    console.log(`${direction === 'Up' ? 'made' : 'took back'} ${name}`);
  }
  if (steps.length === 0)
    console.log(down ? 'There is nothing to take back.' : 'The database is up to date.');
  return 0;
});
