import { ConfigTrouble } from '../config.ts';
import { errorCode } from '../platform/errors.ts';

/** A mistake of the person at the terminal, in words for them. */
export class Usage extends Error {}

/**
 * Runs a command and answers with its exit code. What the person can mend is said in a sentence; anything else is thrown,
 * with all that helps to mend the command.
 */
export async function runCommand(work: () => Promise<0 | 1>): Promise<0 | 1> {
  try {
    return await work();
  } catch (error) {
    const words = wordsFor(error);
    if (words === undefined) throw error;
    console.error(words);
    return 1;
  }
}

function wordsFor(error: unknown): string | undefined {
  if (error instanceof Usage || error instanceof ConfigTrouble) return error.message;
  const code = errorCode(error);
  if (code?.startsWith('ERR_PARSE_ARGS') === true && error instanceof Error) return error.message;
  if (error instanceof Error && 'path' in error && typeof error.path === 'string')
    return `${error.path} can't be read (${code}).`;
  if (code === 'ECONNREFUSED')
    return 'The database does not answer. Is it running, and is DATABASE_URL right?';
  return undefined;
}
