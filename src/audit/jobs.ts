import { z } from 'zod';
import { defineJob } from '../platform/jobs.ts';

/** Writes the head of each record to the log, which leaves the machine: see `docs/members.md`. */
export const noteHeadsJob = defineJob('audit.note-heads', z.object({}));
/** Reads every record from its beginning, and says in the log whether it is whole. */
export const verifyJob = defineJob('audit.verify', z.object({}), { retryLimit: 2 });
