import { readFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import {
  applyDirectory,
  compareFile,
  exportFresh,
  exportSource,
  type Problem,
  parseDirectory,
  provisionChannels,
} from '../directory/index.ts';
import { withDatabase, withSlack } from './directory-connection.ts';

/** `npm run directory -- …`: see docs/directory.md. Ends with 1 when the file has mistakes or something failed. */
const USE = `Use: npm run directory -- COMMAND

  check FILE             is the file right? Tells every mistake with its line
  diff FILE              what applying it would change
  apply FILE [--by WHO]  put it in force, as a new version
  export [--fresh]       print the file in force; --fresh writes it anew, with today's names of channels
  provision [--dry-run]  create and join the channels it names, and set their topics`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    by: { type: 'string', default: `${userInfo().username}, by command` },
    fresh: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  },
});
const [command, file] = positionals;

try {
  process.exitCode = await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : 'It failed.');
  process.exitCode = 1;
}

async function run(): Promise<0 | 1> {
  if (command === 'export') return await printFile();
  if (command === 'provision') return await provision();
  if (file === undefined) return say(USE, 1);
  const source = await readFile(file, 'utf8');
  if (command === 'check') return check(source, file);
  if (command === 'diff') return await diff(source, file);
  if (command === 'apply') return await apply(source, file);
  return say(USE, 1);
}

function check(source: string, name: string): 0 | 1 {
  const parsed = parseDirectory(source);
  if (parsed.kind === 'invalid') return refuse(parsed.problems, name);
  warn(parsed.warnings, name);
  const { careTeams, regions, topics } = parsed.directory;
  return say(
    `${name} is right: ${careTeams.length} care teams, ${regions.length} regions, ${topics.length} topics.`,
    0,
  );
}

async function diff(source: string, name: string): Promise<0 | 1> {
  return await withDatabase(async ({ db, workspaceId }) => {
    const comparison = await compareFile(db, workspaceId, source);
    if (comparison.kind === 'invalid') return refuse(comparison.problems, name);
    warn(comparison.warnings, name);
    return say(comparison.changes.join('\n') || 'Nothing would change.', 0);
  });
}

async function apply(source: string, name: string): Promise<0 | 1> {
  return await withSlack(async (deps) => {
    const outcome = await applyDirectory(deps, source, values.by);
    if (outcome.kind === 'invalid') return refuse(outcome.problems, name);
    const head =
      outcome.kind === 'applied'
        ? `Version ${outcome.version} is in force.`
        : `Nothing changed: version ${outcome.version} stays in force.`;
    const remarks = outcome.remarks.map((remark) => `  to look at: ${remark}`);
    return say([head, ...outcome.changes.map((change) => `  ${change}`), ...remarks].join('\n'), 0);
  });
}

async function printFile(): Promise<0 | 1> {
  return await withDatabase(async ({ db, workspaceId }) => {
    const write = values.fresh ? exportFresh : exportSource;
    const text = workspaceId && (await write(db, workspaceId));
    if (text === undefined) throw new Error('No directory has been applied yet.');
    return say(text.trimEnd(), 0);
  });
}

async function provision(): Promise<0 | 1> {
  return await withSlack(async (deps) => {
    const steps = await provisionChannels(deps, { isDryRun: values['dry-run'] });
    if (!steps) throw new Error('No directory has been applied yet.');
    const lines = steps.map(({ kind, sentence }) => `${kind === 'refused' ? 'by hand: ' : ''}${sentence}`);
    return say(lines.join('\n') || 'Every channel is there already.', 0);
  });
}

function refuse(problems: readonly Problem[], name: string): 1 {
  for (const { line, message } of problems) console.error(`${name}:${line}: ${message}`);
  return 1;
}

function warn(warnings: readonly Problem[], name: string): void {
  for (const { line, message } of warnings) console.error(`${name}:${line}: to look at: ${message}`);
}

function say(text: string, code: 0 | 1): 0 | 1 {
  (code === 0 ? console.log : console.error)(text);
  return code;
}
