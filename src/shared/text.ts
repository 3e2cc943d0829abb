import type { z } from 'zod';

/**
 * Text that has been through `redaction/redact.ts`, the only code able to make it.
 * Tables, logs and job payloads accept no other text from people.
 */
export type RedactedText = string & z.core.$brand<'RedactedText'>;
