import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  AuditHash,
  auditedWorkspaces,
  auditHeads,
  auditLines,
  type Flaw,
  type Head,
  type Verdict,
  verifyChain,
} from '../audit/index.ts';
import { readToken } from '../members/index.ts';
import { errorCode } from '../platform/errors.ts';
import { WorkspaceId } from '../shared/ids.ts';
import { unreachable } from '../shared/unreachable.ts';
import { Usage } from './command.ts';
import { withStored } from './stored.ts';

const USAGE = `Use: npm run audit -- verify [--head ROW:HASH …]
     npm run audit -- export [--from DAY] [--to DAY] [--member TOKEN] [--format jsonl | csv]
     npm run audit -- heads
A day is 2026-11-01, or a moment like 2026-11-01T08:00:00Z. --workspace T… chooses among several workspaces.`;

const Day = z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`));
const Moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    head: { type: 'string', multiple: true, default: [] },
    from: { type: 'string' },
    to: { type: 'string' },
    member: { type: 'string' },
    format: { type: 'string', default: 'jsonl' },
    workspace: { type: 'string' },
  },
});

process.exitCode = await withStored(async ({ db, chain }) => {
  switch (positionals[0] ?? '') {
    case 'verify':
      return await verify({ db, chain });
    case 'export':
      return await write(db);
    case 'heads':
      for (const { workspaceId, seq, hash } of await auditHeads(db))
        console.log(`${workspaceId} ${seq}:${hash}`);
      return 0;
    default:
      throw new Usage(USAGE);
  }
});

type Deps = Parameters<typeof verifyChain>[0];

async function verify(deps: Deps): Promise<0 | 1> {
  const noted = values.head.map(headIn);
  const workspaces = await chosen(deps.db);
  if (noted.length > 0 && workspaces.length > 1)
    throw new Usage('Say with --workspace whose heads these are.');
  const verdicts: Verdict[] = [];
  for (const workspaceId of workspaces) verdicts.push(await verifyChain(deps, workspaceId, noted));
  if (verdicts.length === 0) console.log('Nothing has been recorded yet.');
  for (const verdict of verdicts) console.log(`${verdict.workspaceId}: ${words(verdict)}`);
  return verdicts.every(({ kind }) => kind === 'whole') ? 0 : 1;
}

function words(verdict: Verdict): string {
  if (verdict.kind === 'whole') return `whole: ${verdict.rows} rows, each as it was written`;
  return `broken at row ${verdict.seq}: ${flawWords(verdict.flaw)}`;
}

function flawWords(flaw: Flaw): string {
  switch (flaw) {
    case 'altered':
      return 'it is not what was written there, or does not follow the row before it';
    case 'missing':
      return 'it is missing';
    case 'extra':
      return 'it stands after the end of the record';
    case 'notTheHead':
      return 'it is not the row that was noted as the last one';
    case 'headMissing':
      return 'the note that it is the last one is gone';
    default:
      return unreachable(flaw);
  }
}

async function write(db: Deps['db']): Promise<0 | 1> {
  const { format } = values;
  if (format !== 'jsonl' && format !== 'csv') throw new Usage(USAGE);
  const period = { from: moment(values.from), to: momentAfter(values.to), member: member() };
  const [workspaceId, ...others] = await chosen(db);
  if (others.length > 0) throw new Usage('Say with --workspace whose record to export.');
  if (workspaceId === undefined) return 0;
  const lines = Readable.from(withNewlines(auditLines(db, { workspaceId, ...period }, format)));
  // Whoever reads may have seen enough: `| head`.
  await pipeline(lines, process.stdout, { end: false }).catch((error: unknown) => {
    if (errorCode(error) !== 'EPIPE') throw error;
  });
  return 0;
}

async function* withNewlines(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

async function chosen(db: Deps['db']): Promise<readonly WorkspaceId[]> {
  if (values.workspace === undefined) return await auditedWorkspaces(db);
  const workspaceId = WorkspaceId.safeParse(values.workspace);
  if (!workspaceId.success) throw new Usage('A workspace is named by its id, such as T024BE7LD.');
  return [workspaceId.data];
}

function member() {
  if (values.member === undefined) return null;
  const token = readToken(values.member);
  if (!token)
    throw new Usage('That is no member token. It has a check character, so look for a typing error.');
  return token;
}

function moment(text: string | undefined): Date | null {
  if (text === undefined) return null;
  const parsed = z.union([Day, Moment]).safeParse(text);
  if (!parsed.success) throw new Usage(USAGE);
  return parsed.data;
}

/** A day belongs to the period whole. */
function momentAfter(text: string | undefined): Date | null {
  const at = moment(text);
  return at && Day.safeParse(text).success ? new Date(at.getTime() + 24 * 3_600_000) : at;
}

function headIn(text: string): Head {
  const [seq, hash] = text.split(':', 2);
  const parsed = z
    .object({ seq: z.coerce.number().int().positive(), hash: AuditHash })
    .safeParse({ seq, hash });
  if (!parsed.success)
    throw new Usage('A head is a row and its hash, as `npm run audit -- heads` prints it.');
  return parsed.data;
}
