import { z } from 'zod';
import { SlackUserId, type WorkspaceId } from '../shared/ids.ts';

/** Whoever clicked, typed or submitted. */
export type Person = {
  readonly user: SlackUserId;
  /** Of another company, in a shared channel. */
  readonly isExternal: boolean;
};

const Interaction = z.object({ user: z.object({ id: SlackUserId, team_id: z.string().optional() }) });
const Command = z.object({ user_id: SlackUserId, team_id: z.string().optional() });

/** Somebody of whom Slack doesn't say where they belong counts as external: they get less, not more. */
export function personOf(body: unknown, workspaceId: WorkspaceId): Person {
  const interaction = Interaction.safeParse(body);
  if (interaction.success) {
    const { id, team_id: team } = interaction.data.user;
    return { user: id, isExternal: team !== workspaceId };
  }
  const { user_id: user, team_id: team } = Command.parse(body);
  return { user, isExternal: team !== workspaceId };
}
