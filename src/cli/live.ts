import { parseArgs } from 'node:util';
import { workspacesWithDirectory } from '../directory/index.ts';
import { connect } from '../platform/database.ts';
import { type LiveWait, liveWaits } from '../questions/index.ts';
import { runCommand, Usage } from './command.ts';
import { connectionFrom } from './connection.ts';

/** `npm run live -- --days 7`: how long live questions waited for the first human, by team. */
process.exitCode = await runCommand(async () => {
  const { values } = parseArgs({ options: { days: { type: 'string', default: '7' } } });
  const days = Number(values.days);
  if (!(days > 0)) throw new Usage('Use: npm run live -- --days 7');
  const until = new Date();
  const since = new Date(until.getTime() - days * 24 * 3_600_000);
  const db = connect(connectionFrom(process.env).databaseUrl, { max: 1 });
  try {
    for (const workspaceId of await workspacesWithDirectory(db)) {
      show(await liveWaits(db, workspaceId, { since, until }), days);
    }
    return 0;
  } finally {
    await db.destroy();
  }
});

function show(waits: readonly LiveWait[], days: number): void {
  if (waits.length === 0) console.log(`No live question in the last ${days} days.`);
  else console.log(row('From submit to the first human', 'asked', 'p50', 'p90', 'unseen'));
  for (const { team, asked, p50, p90, unseen } of waits) {
    console.log(row(team, `${asked}`, time(p50), time(p90), `${unseen}`));
  }
}

function row(team: string, ...figures: readonly string[]): string {
  return [team.padEnd(40), ...figures.map((figure) => figure.padStart(9))].join('');
}

function time(seconds: number | null): string {
  return seconds === null ? '–' : `${seconds.toFixed(0)} s`;
}
