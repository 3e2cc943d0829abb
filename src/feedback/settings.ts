import { createSecretKey } from 'node:crypto';
import { Sender } from './feedback.ts';
import type { SenderKey } from './webhook-signature.ts';

/** As the settings of the process have them. */
export type FeedbackOptions = {
  readonly keys: readonly { readonly sender: string; readonly key: Buffer }[];
  readonly linkHosts: readonly string[];
  readonly countsSilent: boolean;
  readonly perSecond: number;
};

/** As this room has them. */
export type FeedbackSettings = {
  /** Empty: nothing is taken in. */
  readonly keys: readonly SenderKey[];
  /** Hosts that a comment may link to. */
  readonly linkHosts: ReadonlySet<string>;
  /** Whether ratings without a comment are counted by the hour instead of posted one by one. */
  readonly countsSilent: boolean;
  /** How many comments a sender may send, on average over ten seconds. */
  readonly perSecond: number;
  /** How many messages a second Slack takes in a channel; 0 is any number. */
  readonly postsPerSecond: number;
  /** The time of senders, which goes on as it does outside while practice mode's jumps ahead. */
  readonly sendersNow: () => Date;
};

export function feedbackSettings(
  { keys, linkHosts, ...options }: FeedbackOptions,
  rest: Pick<FeedbackSettings, 'postsPerSecond' | 'sendersNow'>,
): FeedbackSettings {
  return {
    ...options,
    ...rest,
    keys: keys.map(({ sender, key }) => ({ sender: Sender.parse(sender), key: createSecretKey(key) })),
    linkHosts: new Set(linkHosts.map((host) => host.toLowerCase())),
  };
}
