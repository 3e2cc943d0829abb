import { z } from 'zod';
import type { Envelope } from '../payload.ts';

const StepEvent = z.looseObject({ type: z.literal('function_executed'), bot_access_token: z.string() });

/** The token that comes with a workflow's step is good for that run alone. It is never kept, not even encrypted. */
export function withoutStepToken(body: Envelope): Envelope {
  const { success, data } = StepEvent.safeParse(body['event']);
  if (!success) return body;
  const { bot_access_token: _, ...event } = data;
  return { ...body, event };
}
