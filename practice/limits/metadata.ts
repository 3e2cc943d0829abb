import { z } from 'zod';
import { string } from './text.ts';
import { flawsOf, refusedAs, type Violation } from './violation.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const flat = z.record(z.string(), scalar);

const Metadata = z.strictObject({
  event_type: string(255),
  event_payload: z.record(z.string(), z.union([scalar, flat, z.array(flat)])),
});

/** Slack answers `metadata_too_large` but publishes no size. Ours carries a kind and an id, so this is plenty. */
const MOST_BYTES = 8000;

/** On an update, `{}` is how metadata is cleared. */
export function metadataViolations(
  metadata: unknown,
  { isUpdate }: { readonly isUpdate: boolean },
): readonly Violation[] {
  if (metadata === undefined || (isUpdate && isCleared(metadata))) return [];
  const flaws = flawsOf(Metadata, metadata, ['metadata']);
  if (flaws.length > 0) return refusedAs('invalid_metadata_format', flaws);
  if (Buffer.byteLength(JSON.stringify(metadata)) <= MOST_BYTES) return [];
  const rule = `Metadata may take ${MOST_BYTES} bytes.`;
  return [{ path: '/metadata', rule, slackError: 'metadata_too_large' }];
}

function isCleared(metadata: unknown): boolean {
  return z.strictObject({}).safeParse(metadata).success;
}
