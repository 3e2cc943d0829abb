import { describe, expect, test } from '@jest/globals';
import { withoutStepToken } from '../../../src/slack/inbox/step-token.ts';

describe("A step's token", () => {
  test('is taken out of its event, which stays as it is otherwise.', () => {
    const event = { type: 'function_executed', function_execution_id: 'Fx1', inputs: { topic: 'claims' } };
    const body = { type: 'event_callback', event_id: 'Ev1' };
    expect(withoutStepToken({ ...body, event: { ...event, bot_access_token: 'xwfp-1' } })).toEqual({
      ...body,
      event,
    });
  });

  test('is looked for in no other event.', () => {
    const body = { type: 'event_callback', event: { type: 'message', text: 'bot_access_token' } };
    expect(withoutStepToken(body)).toBe(body);
    expect(withoutStepToken({})).toEqual({});
  });
});
