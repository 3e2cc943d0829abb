import {
  createScan,
  DEFAULT_POLICY,
  type Policy,
  type RedactionContext,
} from '../../../src/redaction/index.ts';

/** What is taken from a text, as "TYPE words". */
export function taken(text: string, context: RedactionContext = {}, policy: Partial<Policy> = {}): string[] {
  const scan = createScan({ ...DEFAULT_POLICY, ...policy });
  return scan(text, context).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`);
}
