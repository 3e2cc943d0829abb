import { parseArgs } from 'node:util';
import { z } from 'zod';
import { workspacesWithDirectory } from '../directory/index.ts';
import { exportAll, exportFilter } from '../feedback/index.ts';
import { errorCode } from '../platform/errors.ts';
import { Usage } from './command.ts';
import { withStored } from './stored.ts';

export const EXPORT_USE = `     npm run feedback --silent -- export [--from DAY] [--to DAY] [--page P] [--rating good | neutral | bad] [--state FL]
       [--theme T] [--status new | looking | planned | shipped | wont_do] [--text "WORDS"] > comments.csv`;

const Moment = z
  .union([
    z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`)),
    z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  ])
  .nullable();

const text = { type: 'string' } as const;

/** Prints comments as a CSV file and puts on record that it did. Answers with the exit code. */
export async function exportFeedback(args: readonly string[]): Promise<0 | 1> {
  return await withStored(async ({ db, chain }) => {
    const { values } = parse(args);
    const [from, to] = [values.from, values.to].map((day) => Moment.safeParse(day ?? null));
    if (!from?.success || !to?.success) throw new Usage(`A day is 2026-11-23, or a moment.\n${EXPORT_USE}`);
    for (const id of await workspacesWithDirectory(db)) {
      const filter = await exportFilter(db, id, values);
      if (filter.kind === 'unknown') throw new Usage(`There is no ${filter.what} like that.\n${EXPORT_USE}`);
      const deps = { db, chain, now: () => new Date(), workspace: { id } };
      const options = { filter: filter.filter, from: from.data, to: to.data };
      await exportAll(deps, options, write);
    }
    return 0;
  });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        from: text,
        to: text,
        page: text,
        rating: text,
        state: text,
        theme: text,
        status: text,
        text,
      },
    });
  } catch {
    throw new Usage(EXPORT_USE);
  }
}

/** Waits for a reader that is slower; one that has gone is no error. */
async function write(part: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(part, (error) => {
      if (error && errorCode(error) !== 'EPIPE') reject(error);
      else resolve();
    });
  });
}
