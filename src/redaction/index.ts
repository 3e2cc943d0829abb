export type { RedactionContext } from './context.ts';
export { countRules } from './counts.ts';
export { evaluate, type Figures, type Miss, Row } from './evaluate.ts';
export { type Excerpt, excerptsOf } from './excerpt.ts';
export type { Finding } from './finding.ts';
export { DEFAULT_POLICY, type Policy } from './policy.ts';
export { createRedactor, type Redact, type Redaction, redactExcept } from './redact.ts';
export { isCertain } from './rules.ts';
export { createScan } from './scan.ts';
