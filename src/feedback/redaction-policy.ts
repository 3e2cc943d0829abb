import type { DirectoryReader } from '../directory/index.ts';
import type { RedactionContext } from '../redaction/index.ts';
import type { WorkspaceId } from '../shared/ids.ts';

/** The directory's part of the redaction policy. */
export type Policy = () => Promise<RedactionContext['amendment']>;

/** A newer directory counts for comments within this time; asking for each one would cost more than storing it. */
const FRESH_MS = 5_000;

/** Asks once for all that come while it is fresh. When it can't be read, nothing is taken in. */
export function createPolicy({
  directory,
  workspace,
}: {
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
}): Policy {
  let asked: { readonly at: number; readonly policy: ReturnType<Policy> } | undefined;
  return async () => {
    const at = performance.now();
    if (asked === undefined || at - asked.at > FRESH_MS) {
      const policy = directory.load(workspace.id).then((live) => live?.directory.redaction);
      const asking = { at, policy };
      asked = asking;
      policy.catch(() => {
        if (asked === asking) asked = undefined;
      });
    }
    return await asked.policy;
  };
}
