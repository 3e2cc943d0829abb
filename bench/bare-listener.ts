import bolt from '@slack/bolt';
import { ASK_FORM } from '../src/questions/form.ts';

/** What Bolt can do by itself on this machine: checks the signature, finds the listener, acknowledges. Stores nothing. */
const receiver = new bolt.HTTPReceiver({
  signingSecret: process.env['SLACK_SIGNING_SECRET'] ?? '',
  endpoints: ['/slack/events'],
});
const app = new bolt.App({
  receiver,
  authorize: async () =>
    await Promise.resolve({ botToken: 'xoxb-bare', botId: 'B0CONCIERGE', botUserId: 'U0CONCIERGE' }),
});
app.view(ASK_FORM, async ({ ack }) => await ack());

const server = await receiver.start({ port: 0, host: '127.0.0.1' });
const address = server.address();
console.log(`listens on port ${address !== null && typeof address === 'object' ? address.port : '?'}`);
