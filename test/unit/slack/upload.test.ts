import { expect, test } from '@jest/globals';
import { createUpload } from '../../../src/slack/upload.ts';

const bytes = Buffer.from('who,when\n');

function answering(status: number) {
  const sent: { address: string; init: RequestInit | undefined }[] = [];
  const upload = createUpload('https://slack.com/api/', async (address, init) => {
    sent.push({ address: new Request(address).url, init });
    return await Promise.resolve(new Response('', { status }));
  });
  return { sent, upload };
}

test('The bytes of a file go to Slack’s own host, without the token, and no redirect leads them elsewhere', async () => {
  const { sent, upload } = answering(200);

  await upload('https://files.slack.com/upload/v1/abc', bytes);

  expect(sent).toHaveLength(1);
  expect(sent[0]?.init).toMatchObject({ method: 'POST', redirect: 'error' });
  expect(JSON.stringify(sent[0]?.init?.headers)).not.toMatch(/authorization/i);
});

test.each([
  'https://files.slack.com.evil.example/upload',
  'http://files.slack.com/upload',
  'https://files.slack.com:8443/upload',
  'https://evil.example/?files.slack.com',
])('Nothing is sent to %s', async (address) => {
  const { sent, upload } = answering(200);

  await expect(upload(address, bytes)).rejects.toMatchObject({ code: 'foreign_host' });
  expect(sent).toEqual([]);
});

test('What Slack does not take is an error that says so', async () => {
  await expect(answering(413).upload('https://files.slack.com/upload', bytes)).rejects.toMatchObject({
    code: 'upload_413',
  });
});
