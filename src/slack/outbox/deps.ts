import type { WebClient } from '@slack/web-api';
import type { Database } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { Renderer } from '../renderer.ts';
import type { PaceLimits } from './pace.ts';
import type { OutboxRow } from './store.ts';
import type { SlackCode } from './verdict.ts';

export type DeliverDeps = {
  readonly db: Database;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly slack: { readonly posting: WebClient; readonly reads: WebClient };
  readonly workspace: { readonly botId: string };
  readonly renderers: ReadonlyMap<string, Renderer>;
  readonly limits: PaceLimits;
  /** False for a channel where another company reads along. Asked at the last moment: it may have become one meanwhile. */
  readonly mayPostIn: (channel: ChannelId) => Promise<boolean>;
  /** How long a message whose answer was lost is left alone, so that Slack's own history has caught up, before it is looked for. */
  readonly quarantineSeconds: number;
  /**
   * Told of messages that Slack refused for good, so that their room can do something about it. Called before the
   * refusal is recorded, so a crash in between calls it again: it has to be able to run twice.
   */
  readonly onRejected: (row: OutboxRow, code: SlackCode) => Promise<WhatRemains>;
};

/** `nothing` when another message will say what the refused one was to say, so that nobody should send it again. */
export type WhatRemains = 'message' | 'nothing';
