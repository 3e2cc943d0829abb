import { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What the process counts. Labels are words of our own and Slack's method names: never ids, never text. */
export type Metrics = {
  readonly registry: Registry;
  readonly requests: Counter<'kind' | 'outcome'>;
  readonly acknowledgement: Histogram<'kind'>;
  readonly slackCalls: Counter<'method' | 'outcome'>;
  readonly rateLimited: Counter<'method'>;
  readonly deliveries: Counter<'kind' | 'outcome'>;
  readonly retries: Counter<'kind'>;
  readonly events: Counter<'outcome'>;
  readonly queueReady: Gauge<'queue'>;
  readonly queueActive: Gauge<'queue'>;
  readonly queueOldest: Gauge<'queue'>;
  readonly clockSkew: Gauge<'against'>;
  readonly feedback: Counter<'outcome'>;
  readonly feedbackPosted: Counter<'as'>;
  readonly feedbackWaiting: Gauge;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    registry,
    requests: new Counter({
      name: 'concierge_requests_total',
      help: 'Requests from Slack, by kind and outcome',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    acknowledgement: new Histogram({
      name: 'concierge_acknowledgement_seconds',
      help: 'From the request of Slack to our answer; Slack waits 3 s',
      labelNames: ['kind'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3],
      registers,
    }),
    slackCalls: new Counter({
      name: 'concierge_slack_calls_total',
      help: 'Calls of the Web API, by method and outcome',
      labelNames: ['method', 'outcome'],
      registers,
    }),
    rateLimited: new Counter({
      name: 'concierge_slack_rate_limited_total',
      help: 'Answers of 429 from Slack, by method',
      labelNames: ['method'],
      registers,
    }),
    deliveries: new Counter({
      name: 'concierge_deliveries_total',
      help: 'Messages, updates and notices, by what became of them',
      labelNames: ['kind', 'outcome'],
      registers,
    }),
    retries: new Counter({
      name: 'concierge_delivery_retries_total',
      help: 'Deliveries that had to be tried again',
      labelNames: ['kind'],
      registers,
    }),
    events: new Counter({
      name: 'concierge_events_total',
      help: 'Events, by what became of them: stored, repeated, processed, failed',
      labelNames: ['outcome'],
      registers,
    }),
    queueReady: new Gauge({
      name: 'concierge_queue_ready',
      help: 'Jobs that could run now',
      labelNames: ['queue'],
      registers,
    }),
    queueActive: new Gauge({
      name: 'concierge_queue_active',
      help: 'Jobs that run now',
      labelNames: ['queue'],
      registers,
    }),
    queueOldest: new Gauge({
      name: 'concierge_queue_oldest_seconds',
      help: 'How long the oldest job has been waiting to run',
      labelNames: ['queue'],
      registers,
    }),
    clockSkew: new Gauge({
      name: 'concierge_clock_skew_seconds',
      help: 'How far our clock is ahead of another',
      labelNames: ['against'],
      registers,
    }),
    feedback: new Counter({
      name: 'concierge_feedback_total',
      help: 'Comments sent to the webhook, by what became of them: stored, repeated, or why they were refused',
      labelNames: ['outcome'],
      registers,
    }),
    feedbackPosted: new Counter({
      name: 'concierge_feedback_posted_total',
      help: 'Comments handed to the outbox: each as its own message, in a digest, or counted',
      labelNames: ['as'],
      registers,
    }),
    feedbackWaiting: new Gauge({
      name: 'concierge_feedback_waiting',
      help: 'Comments that are stored and in no message yet',
      registers,
    }),
  };
}
