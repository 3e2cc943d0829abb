import { describe, expect, test } from '@jest/globals';
import { aWorkspace, refusal } from './support.ts';

const CHANNEL = 'C0OHHTIMESROOM';

async function uploaded(
  { slack }: Awaited<ReturnType<typeof aWorkspace>>,
  filename: string,
  content: string,
): Promise<string> {
  const { upload_url: address = '', file_id: id = '' } = await slack.files.getUploadURLExternal({
    filename,
    length: Buffer.byteLength(content),
  });
  expect((await fetch(address, { method: 'POST', body: content })).status).toBe(200);
  return id;
}

describe('files', () => {
  test('a file that was announced, sent and completed stands in the thread and can be read', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;
    const parent = await slack.chat.postMessage({ channel: CHANNEL, text: 'News' });
    const id = await uploaded(workspace, 'who has read it.csv', 'name,when\n');

    await slack.files.completeUploadExternal({
      files: [{ id, title: 'Who has read it' }],
      channel_id: CHANNEL,
      thread_ts: parent.ts ?? '',
      initial_comment: 'As of now',
    });

    const [, reply] = await client.thread('ohh-timesroom', parent.ts ?? '');
    expect(reply).toMatchObject({ text: 'As of now', files: [id], subtype: 'file_share' });
    const [file] = await client.files();
    expect(file).toMatchObject({
      id,
      title: 'Who has read it',
      shares: [{ channel: CHANNEL, ts: reply?.ts }],
    });
    expect((await client.download({ id, name: 'who has read it.csv' })).toString()).toBe('name,when\n');
    const { file: info } = await slack.files.info({ file: id });
    expect(info?.shares?.public?.[CHANNEL]?.[0]?.ts).toBe(reply?.ts);
  });

  test('the client’s own way of uploading works', async () => {
    await using workspace = await aWorkspace();
    const { slack, client } = workspace;

    await slack.filesUploadV2({ channel_id: CHANNEL, filename: 'a.txt', content: 'hello' });

    const [message] = await client.messages('ohh-timesroom');
    expect(message?.files).toHaveLength(1);
  });

  test('what never arrived, or is completed twice, or goes where the app may not post is refused', async () => {
    await using workspace = await aWorkspace();
    const { slack } = workspace;
    const never = await slack.files.getUploadURLExternal({ filename: 'a.txt', length: 3 });
    const twice = await uploaded(workspace, 'b.txt', 'bbb');
    const elsewhere = await uploaded(workspace, 'c.txt', 'ccc');
    await slack.files.completeUploadExternal({ files: [{ id: twice }], channel_id: CHANNEL });

    const complete = async (id: string, channel: string) =>
      await refusal(slack.files.completeUploadExternal({ files: [{ id }], channel_id: channel }));

    expect(await complete(never.file_id ?? '', CHANNEL)).toBe('file_not_found');
    expect(await complete(twice, CHANNEL)).toBe('file_update_failed');
    expect(await complete(elsewhere, 'C0RANDOM')).toBe('not_in_channel');
  });

  test('more or fewer bytes than announced are refused', async () => {
    await using workspace = await aWorkspace();
    const { upload_url: address = '' } = await workspace.slack.files.getUploadURLExternal({
      filename: 'a.txt',
      length: 3,
    });

    expect((await fetch(address, { method: 'POST', body: 'four' })).status).toBe(400);
  });
});
