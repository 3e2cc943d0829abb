export type { RedactionContext } from './context.ts';
export type { Finding, FindingType } from './finding.ts';
export { DEFAULT_POLICY, type Policy } from './policy.ts';
export { createRedactor, type Redact, type Redaction } from './redact.ts';
