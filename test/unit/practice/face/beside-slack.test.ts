import { expect, test } from '@jest/globals';
import { refuseBesideSlack } from '../../../../practice/face/beside-slack.ts';

test.each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'])(
  'the page does not start where %s stands',
  (name) => {
    expect(() => refuseBesideSlack({ [name]: 'a real one' })).toThrow(name);
  },
);

test('it starts where there is nothing of a real Slack', () => {
  expect(() => refuseBesideSlack({ PORT: '3000', SLACK_BOT_TOKEN: '' })).not.toThrow();
});
