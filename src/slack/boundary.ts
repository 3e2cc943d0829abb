import type { AllMiddlewareArgs, AnyMiddlewareArgs } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { ConciergeError, DatabaseUnavailable, isDatabaseTrouble } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import { newReference } from '../shared/reference.ts';

const UNPLANNED =
  'Something went wrong on our side and your last step may not have been saved. Please try it again.';

type Args = AllMiddlewareArgs & AnyMiddlewareArgs;

/** Global middleware, and the only `catch` around listeners: one failure, one log line, one message to one person. */
export function failureBoundary(log: Log) {
  return async (args: Args): Promise<void> => {
    try {
      await args.next();
    } catch (error) {
      // An event has nobody waiting: its job logs the failure and comes back.
      if (args.body['type'] === 'event_callback') throw error;
      const reference = newReference();
      log.failure('slack.listener-failed', error, { reference, planned: error instanceof ConciergeError });
      await apologise(args, `${adviceFor(error)} (Reference: ${reference})`).catch((second: unknown) =>
        log.failure('slack.apology-failed', second, { reference }),
      );
    }
  };
}

/** What a person may read about an error: advice where somebody planned it, an apology otherwise. Never the error. */
export function adviceFor(error: unknown): string {
  if (isDatabaseTrouble(error)) return new DatabaseUnavailable().advice;
  return error instanceof ConciergeError ? error.advice : UNPLANNED;
}

const Where = z.object({
  type: z.string().optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).optional(),
  channel_id: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
  user_id: z.string().optional(),
  message: z.object({ ts: z.string(), thread_ts: z.string().optional() }).optional(),
  view: z
    .object({
      type: z.string(),
      blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().optional() })),
    })
    .optional(),
});
type Where = z.infer<typeof Where>;

/** Says it where the person is looking: in the open form, in the thread, in the channel, or in a small window. */
async function apologise(args: Args, words: string): Promise<void> {
  const where = Where.parse(args.body);
  if (where.type === 'view_submission') {
    await answerForm(args, where, words);
    return;
  }
  if (where.type === 'block_suggestion') {
    await acknowledge(args, { options: [] });
    return;
  }
  await acknowledge(args);
  const channel = where.channel?.id ?? where.channel_id;
  const user = where.user?.id ?? where.user_id;
  if (channel !== undefined && user !== undefined && where.view === undefined) {
    const thread = where.message?.thread_ts;
    const place = { channel, user, ...(thread !== undefined && { thread_ts: thread }) };
    await args.client.chat.postEphemeral({ ...place, text: words }).catch(async (error: unknown) => {
      if (where.response_url === undefined || !(await answerDirectly(args, words))) throw error;
    });
    return;
  }
  if (where.trigger_id === undefined) return;
  const view = window(words);
  if (where.view?.type === 'modal') await args.client.views.push({ trigger_id: where.trigger_id, view });
  else await args.client.views.open({ trigger_id: where.trigger_id, view });
}

/** A command or a message's menu may be used where the app is not: Slack gives an address to answer at then. */
async function answerDirectly(args: Args, text: string): Promise<boolean> {
  const { success, data } = Answerable.safeParse(args);
  if (!success) return false;
  await data.respond({ text, response_type: 'ephemeral', replace_original: false });
  return true;
}

const Answerable = z.object({
  respond: z.custom<(answer: object) => Promise<unknown>>((value) => typeof value === 'function'),
});

/** Under a field the form keeps what was typed; a form without fields is replaced by the words. */
async function answerForm(args: Args, { view }: Where, words: string): Promise<void> {
  const field = view?.blocks.find(
    ({ type, block_id }) => type === 'input' && block_id !== undefined,
  )?.block_id;
  if (field !== undefined) {
    await acknowledge(args, { response_action: 'errors', errors: { [field]: words } });
    return;
  }
  await acknowledge(args, { response_action: 'update', view: window(words) });
}

/** Harmless when the listener had done it: only the first acknowledgement counts. */
async function acknowledge(args: Args, answer?: unknown): Promise<void> {
  const ack = z.object({
    ack: z.custom<(answer?: unknown) => Promise<void>>((value) => typeof value === 'function'),
  });
  const found = ack.safeParse(args);
  if (found.success) await found.data.ack(answer);
}

function window(words: string): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'That did not work' },
    close: { type: 'plain_text', text: 'Close' },
    blocks: [{ type: 'section', text: { type: 'plain_text', text: words } }],
  };
}
