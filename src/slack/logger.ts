import { type Logger, LogLevel } from '@slack/logger';
import type { Log } from '../platform/log.ts';

/**
 * The logger that Bolt and the Slack SDKs ask for.
 *
 * They log sentences, and below `warn` whole requests and envelopes. A sentence may repeat what a person typed, so none
 * is passed on: that something was said, how loudly, and the class and code of an error with it, is all that is kept.
 */
export function slackLogger(log: Log): Logger {
  return {
    debug: () => {},
    info: () => {},
    warn: (...said: unknown[]) => log.warn('slack.sdk-warned', { about: topicOf(said) }),
    error: (...said: unknown[]) =>
      log.failure(
        'slack.sdk-failed',
        said.find((each) => each instanceof Error),
      ),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

const TOPICS = [
  ['authorization', /^Authorization of incoming event did not succeed/],
  ['unknown-event', /^Could not determine the type/],
  ['network', /^http request failed/],
  ['twice-acknowledged', /^ack\(\) has already been called/],
  ['socket', /websocket|pong|ping/i],
] as const;

function topicOf(said: readonly unknown[]): (typeof TOPICS)[number][0] | 'other' {
  const [first] = said;
  if (typeof first !== 'string') return 'other';
  return TOPICS.find(([, pattern]) => pattern.test(first))?.[0] ?? 'other';
}
