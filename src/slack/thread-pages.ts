/** The part of Slack's Web API that reads a thread. */
export type ThreadReader = {
  readonly conversations: {
    readonly replies: (thread: {
      channel: string;
      ts: string;
      limit: number;
      cursor?: string;
    }) => Promise<unknown>;
  };
};

type Page<Message> = {
  readonly messages: readonly Message[];
  readonly response_metadata?: { readonly next_cursor?: string | undefined } | undefined;
};

const PAGE = 200;

/** What stands in a thread, its first message included, page by page: whoever has enough stops asking. */
export async function* threadPages<Message>(
  reads: ThreadReader,
  thread: { readonly channel: string; readonly ts: string },
  parse: (answer: unknown) => Page<Message>,
): AsyncGenerator<readonly Message[]> {
  let cursor = '';
  do {
    const more = cursor === '' ? {} : { cursor };
    const page = parse(await reads.conversations.replies({ ...thread, limit: PAGE, ...more }));
    yield page.messages;
    cursor = page.response_metadata?.next_cursor ?? '';
  } while (cursor !== '');
}
