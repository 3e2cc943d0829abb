/** The door of the audit record: who saw and did what, append-only and chained. */
export { isKeyOfRecords } from './check-secret.ts';
export { AuditHash, type Head } from './entry.ts';
export { auditLines, type Format } from './export.ts';
export { type AuditDeps, recordAudit } from './record.ts';
export { chains as auditedWorkspaces, heads as auditHeads } from './store.ts';
export { type Flaw, type Verdict, verifyChain } from './verify.ts';
export { schedules, workers } from './workers.ts';
