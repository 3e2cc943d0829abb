import { z } from 'zod';
import { CareTeamKey, TopicKey } from '../shared/ids.ts';
import { StateCode } from '../shared/states.ts';

/** Whom an announcement is for, as it was chosen. `everyone`: everybody on a care team. */
export const Audience = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('teams'), teams: z.array(CareTeamKey).min(1) }),
  z.object({ kind: z.literal('states'), states: z.array(StateCode).min(1) }),
  z.object({ kind: z.literal('topics'), topics: z.array(TopicKey).min(1) }),
]);
export type Audience = z.infer<typeof Audience>;
