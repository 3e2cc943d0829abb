import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const COMMAND = path.join(import.meta.dirname, '../../src/cli/audit.ts');

/** What `npm run audit -- verify` says of the record that was written on this day; throws when it is not whole. */
export async function verifiedRecord(folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [COMMAND, 'verify'], {
    env: { DATA_DIR: folder },
  });
  return stdout.trim();
}
