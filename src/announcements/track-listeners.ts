import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { ChannelId, MessageTs } from '../shared/ids.ts';
import { inTime } from '../slack/deadline.ts';
import { entriesOf } from '../slack/entries.ts';
import { clip } from '../slack/escape.ts';
import { fillView, openThenFill } from '../slack/fill-view.ts';
import { personOf } from '../slack/person.ts';
import { readable } from '../slack/readable.ts';
import { liveDirectory } from './announce.ts';
import { Reminders } from './announcement.ts';
import { told } from './check-modals.ts';
import { audienceIn, draftIn, timeErrors, whichError } from './form-entries.ts';
import { ANNOUNCE, type Draft, EMPTY, LONGEST_TITLE } from './form-inputs.ts';
import { NO_NOTES, notesOf } from './form-notes.ts';
import { FormId } from './ids.ts';
import { postAt } from './post-store.ts';
import { refusalWords } from './refusal-views.ts';
import { type ReportListenerDeps, reportNow } from './report-listeners.ts';
import { firstLook } from './report-look.ts';
import { mayTrack, type TrackDeps, trackMessage } from './track.ts';
import { TRACK_AUDIENCE, TRACK_FORM, trackForm } from './track-modals.ts';

const TRACK_SHORTCUT = 'track_receipts';

export type TrackListenerDeps = TrackDeps & ReportListenerDeps;

const AboutMessage = z.object({
  trigger_id: z.string(),
  channel: z.object({ id: ChannelId }),
  message: z.object({ ts: MessageTs, text: z.string().optional() }),
});
const InView = z.object({
  view: z.object({
    id: FormId,
    hash: z.string().optional(),
    private_metadata: z.string(),
    state: z.unknown(),
  }),
});

export function listenForTracking(app: App, deps: TrackListenerDeps): void {
  app.shortcut(TRACK_SHORTCUT, async ({ ack, body, client }) => {
    await ack();
    const { trigger_id: trigger, channel, message } = AboutMessage.parse(body);
    const place = { channel: channel.id, ts: message.ts };
    await openThenFill(deps, client, {
      trigger,
      first: told('Track receipts', 'Loading …'),
      fill: async () => {
        const by = personOf(body, deps.workspace.id);
        const known = await postAt(deps.db, deps.workspace.id, place);
        if (known) return await reportNow(deps, firstLook(known.announcementId), by);
        const refusal = await mayTrack(deps, { by, message: place });
        if (refusal) return told('Track receipts', refusalWords(refusal));
        const [title = ''] = readable(message.text ?? '')
          .trim()
          .split('\n');
        const draft = { ...EMPTY, title: clip(title, LONGEST_TITLE), reminders: 'none' };
        return trackForm((await liveDirectory(deps)).directory, {
          draft,
          notes: { ...NO_NOTES, message: place },
        });
      },
      instead: (advice) => told('Track receipts', advice),
    });
  });
  app.action(TRACK_AUDIENCE, async ({ ack, body, client }) => {
    await ack();
    const { view } = InView.parse(body);
    await fillView(deps, client, view, {
      fill: async () =>
        trackForm((await liveDirectory(deps)).directory, {
          draft: filledIn(view.state),
          notes: notesOf(view.private_metadata),
        }),
    });
  });
  app.view(TRACK_FORM, async ({ ack, body }) => {
    const notYet = await inTime(submit(deps, body));
    await (notYet ? ack(notYet) : ack());
  });
}

function filledIn(state: unknown): Draft {
  const entries = entriesOf(state);
  const draft = draftIn(entries, { ...EMPTY, reminders: 'none' });
  return { ...draft, audience: entries.choice(TRACK_AUDIENCE) ?? draft.audience };
}

type NotYet =
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView };

async function submit(deps: TrackListenerDeps, body: unknown): Promise<NotYet | undefined> {
  const { view } = InView.parse(body);
  const { message } = notesOf(view.private_metadata);
  if (message === null) throw new Error('A form to track a message does not say which');
  const draft = filledIn(view.state);
  const { directory } = await liveDirectory(deps);
  const audience = audienceIn(draft, directory);
  const errors = {
    ...(draft.title === '' && { [ANNOUNCE.title]: 'Give it a name.' }),
    ...(audience === undefined && whichError(draft)),
    ...timeErrors(draft, 'acknowledge', { directory, now: deps.now(), isOut: false }),
  };
  if (audience === undefined || Object.keys(errors).length > 0) return { response_action: 'errors', errors };
  const outcome = await trackMessage(deps, {
    by: personOf(body, deps.workspace.id),
    formId: view.id,
    message,
    audience,
    title: draft.title,
    deadline: draft.deadline,
    reminders: Reminders.catch('none').parse(draft.reminders),
  });
  if (outcome.kind !== 'refused') return undefined;
  return { response_action: 'update', view: told('Track receipts', refusalWords(outcome.refusal)) };
}
