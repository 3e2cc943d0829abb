import { describe, expect, test } from '@jest/globals';
import { until } from '../support/jobs.ts';
import { administer } from '../support/postgres.ts';
import { ask } from '../support/story.ts';
import { useDesk } from '../support/use-desk.ts';

describe('What a load balancer and a dashboard see', () => {
  const desk = useDesk();
  const at = (path: string): string => `http://127.0.0.1:${desk().app.port}${path}`;
  const readiness = async (): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(at('/readyz'));
    return { status: response.status, body: await response.json() };
  };

  test('A process that runs is alive, and ready when all that it needs is there.', async () => {
    expect((await fetch(at('/healthz'))).status).toBe(200);
    expect(await readiness()).toEqual({
      status: 200,
      body: {
        status: 'ready',
        checks: { database: true, migrations: true, jobs: true, slackToken: true, slackConnection: true },
      },
    });
  });

  test('Without the database it is alive and not ready, and ready again once the database is back.', async () => {
    const { name } = desk().pg;
    await administer(`alter database ${name} with allow_connections false`);
    await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    await until('it is not ready', async () => (await readiness()).status === 503);
    expect(await readiness()).toMatchObject({ body: { checks: { database: false, slackToken: true } } });
    expect((await fetch(at('/healthz'))).status).toBe(200);
    expect((await fetch(at('/metrics'))).status).toBe(200);

    await administer(`alter database ${name} with allow_connections true`);
    await until('it is ready', async () => (await readiness()).status === 200);
    await ask(desk().slack, 'maya', {
      Question: 'Is the fountain open?',
      Topic: 'Providers',
      lands: 'experts-providers',
    });
  });

  test('The metrics name what operations.md explains, and carry no ids.', async () => {
    const text = await (await fetch(at('/metrics'))).text();
    for (const name of [
      'concierge_requests_total',
      'concierge_acknowledgement_seconds',
      'concierge_slack_calls_total',
      'concierge_slack_rate_limited_total',
      'concierge_deliveries_total',
      'concierge_delivery_retries_total',
      'concierge_events_total',
      'concierge_queue_ready',
      'concierge_queue_active',
      'concierge_queue_oldest_seconds',
      'concierge_clock_skew_seconds',
    ]) {
      expect(text).toContain(`# TYPE ${name}`);
    }
    expect(text).toContain('concierge_requests_total{kind="submission",outcome="acknowledged"} 1');
    expect(text).not.toMatch(/U0MAYA|C0EXPERTS|T0PRACTICE/);
  });

  test('Other paths and methods are refused.', async () => {
    expect((await fetch(at('/nothing'))).status).toBe(404);
    expect((await fetch(at('/slack/events'))).status).toBe(405);
    expect((await fetch(at('/healthz'), { method: 'POST' })).status).toBe(405);
  });
});
