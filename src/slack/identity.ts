import { setTimeout as sleep } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { ConciergeError } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import { SlackUserId, WorkspaceId } from '../shared/ids.ts';
import { judge } from './outbox/verdict.ts';

/** The installation: which workspace, and who the app is in it. */
export type Identity = {
  readonly id: WorkspaceId;
  readonly botUserId: SlackUserId;
  readonly botId: string;
};

export class BadSlackToken extends ConciergeError {
  readonly code = 'bad_slack_token';
  readonly advice =
    'Slack does not accept SLACK_BOT_TOKEN. Copy it again from "Install App" of the app\'s settings.';
}

const Answer = z.object({ team_id: WorkspaceId, user_id: SlackUserId, bot_id: z.string() });
const TRIES = 8;

/** Asked once at the start, so that no request has to wait for it. Waits a while for a Slack that doesn't answer. */
export async function whoWeAre(reads: WebClient, log: Log): Promise<Identity> {
  for (let tried = 1; ; tried += 1) {
    try {
      const { team_id: id, user_id: botUserId, bot_id: botId } = Answer.parse(await reads.auth.test());
      return { id, botUserId, botId };
    } catch (error) {
      const verdict = judge(error);
      if (verdict && /auth|token|account/.test(verdict.code))
        throw new BadSlackToken('auth.test', { cause: error });
      if (!verdict || tried === TRIES) throw error;
      log.warn('slack.not-reached-yet', { code: verdict.code, tried });
      await sleep(Math.min(500 * 2 ** tried, 8_000));
    }
  }
}
