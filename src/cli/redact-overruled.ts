import { connect } from '../platform/database.ts';
import { overruledRules } from '../questions/index.ts';
import { runCommand } from './command.ts';
import { connectionFrom } from './connection.ts';

/** `npm run redact:overruled`: which rules people often say are wrong, out of the previews that they posted from. */
process.exitCode = await runCommand(async () => {
  const db = connect(connectionFrom(process.env).databaseUrl, { max: 1 });
  try {
    const rules = await overruledRules(db);
    if (rules.length === 0) console.log('Nobody has posted from a preview yet.');
    const workspaces = Map.groupBy(rules, ({ workspaceId }) => workspaceId);
    for (const [workspaceId, ofWorkspace] of workspaces) {
      if (workspaces.size > 1) console.log(workspaceId);
      console.log(
        `${'rule'.padEnd(26)}${'shown'.padStart(9)}${'overruled'.padStart(11)}${'share'.padStart(8)}`,
      );
      for (const { rule, shown, overruled } of ofWorkspace) {
        const share = `${Math.round((100 * overruled) / shown)} %`;
        console.log(
          `${rule.padEnd(26)}${`${shown}`.padStart(9)}${`${overruled}`.padStart(11)}${share.padStart(8)}`,
        );
      }
    }
    return 0;
  } finally {
    await db.destroy();
  }
});
