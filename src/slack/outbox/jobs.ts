import { z } from 'zod';
import { defineJob } from '../../platform/jobs.ts';

export const forgetOutbox = defineJob('slack.forget-outbox', z.object({}));
