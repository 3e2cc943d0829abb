import type { App } from '@slack/bolt';
import { z } from 'zod';
import { EVERYTHING, FilterId } from '../feedback/filter.ts';
import {
  deleteFilter,
  FILTER_FORM,
  filterForm,
  filtersOf,
  knownThemes,
  mayLook,
  readFilter,
} from '../feedback/index.ts';
import type { Log } from '../platform/log.ts';
import type { SlackUserId } from '../shared/ids.ts';
import { inTime } from '../slack/deadline.ts';
import { entriesOf } from '../slack/entries.ts';
import { openThenFill } from '../slack/fill-view.ts';
import { personOf } from '../slack/person.ts';
import { tell } from '../slack/tell.ts';
import { homeChanged, type LaterDeps } from './draw-later.ts';
import { filterPlease, filterWords } from './feedback-modals.ts';
import {
  FEEDBACK_ALL,
  FEEDBACK_FILTER,
  FEEDBACK_FORGET,
  FEEDBACK_SAVED,
  SHOW_FEEDBACK,
  SHOW_QUESTIONS,
} from './feedback-views.ts';
import { type Look, lookFrom, siftedBy } from './look.ts';
import { FEEDBACK_NEWER, FEEDBACK_OLDER } from './pager-views.ts';
import { storedLook } from './store.ts';
import { turnLook } from './turn-look.ts';

export type FeedbackHomeDeps = LaterDeps &
  Parameters<typeof mayLook>[0] &
  Parameters<typeof readFilter>[0] & { readonly log: Log };

const PageButton = z.object({ value: z.coerce.number().int().min(0).max(100_000) });
const Chosen = z.object({ selected_option: z.object({ value: FilterId }) });
const Forgotten = z.object({ value: FilterId });
const Trigger = z.object({ trigger_id: z.string() });
const Submitted = z.object({ view: z.object({ state: z.unknown() }) });

/** What a click makes of what somebody looks at. */
type Turn = (look: Look, action: unknown, user: SlackUserId) => Look | Promise<Look>;

export function listenForFeedback(app: App, deps: FeedbackHomeDeps): void {
  const turns: readonly (readonly [string, Turn])[] = [
    [SHOW_QUESTIONS, (look) => ({ ...look, part: 'questions' })],
    [SHOW_FEEDBACK, (look) => ({ ...look, part: 'feedback' })],
    [FEEDBACK_ALL, (look) => siftedBy(look, EVERYTHING)],
    [FEEDBACK_NEWER, (look, action) => ({ ...look, feedback: PageButton.parse(action).value })],
    [FEEDBACK_OLDER, (look, action) => ({ ...look, feedback: PageButton.parse(action).value })],
    [FEEDBACK_SAVED, async (look, action, user) => await saved(deps, { look, action, user })],
    [FEEDBACK_FORGET, async (look, action, user) => await forgotten(deps, { look, action, user })],
  ];
  for (const [id, turn] of turns) {
    app.action(id, async ({ ack, action, body, client, respond }) => {
      await ack();
      const by = personOf(body, deps.workspace.id);
      const refusal = await mayLook(deps, by);
      if (refusal !== undefined) return await tell({ body, client, respond }, refusal);
      await turnLook(deps, by.user, async (look) => await turn(look, action, by.user));
      await homeChanged(deps)(by.user);
    });
  }

  app.action(FEEDBACK_FILTER, async ({ ack, body, client }) => {
    await ack();
    const by = personOf(body, deps.workspace.id);
    await openThenFill(deps, client, {
      trigger: Trigger.parse(body).trigger_id,
      first: filterPlease(),
      fill: async () => {
        const refusal = await mayLook(deps, by);
        return refusal === undefined ? await filledForm(deps, by.user) : filterWords(refusal);
      },
      instead: filterWords,
    });
  });

  app.view(FILTER_FORM, async ({ ack, body }) => {
    const by = personOf(body, deps.workspace.id);
    const words = await inTime(submit(deps, body));
    await (words === undefined ? ack() : ack({ response_action: 'update', view: filterWords(words) }));
    if (words === undefined) await homeChanged(deps)(by.user);
  });
}

type Clicked = { readonly look: Look; readonly action: unknown; readonly user: SlackUserId };

/** One's own filters only: whatever else was sent changes nothing. */
async function saved(
  { db, workspace }: FeedbackHomeDeps,
  { look: now, action, user }: Clicked,
): Promise<Look> {
  const id = Chosen.parse(action).selected_option.value;
  const own = await filtersOf(db, { workspaceId: workspace.id, user });
  const found = own.find((each) => each.id === id);
  return found ? siftedBy(now, found.filter) : now;
}

async function forgotten(
  { db, workspace }: FeedbackHomeDeps,
  { look: now, action, user }: Clicked,
): Promise<Look> {
  await deleteFilter(db, { workspaceId: workspace.id, user }, Forgotten.parse(action).value);
  return now;
}

async function filledForm({ db, workspace }: FeedbackHomeDeps, user: SlackUserId) {
  const { feedbackFilter: filter } = lookFrom(await storedLook(db, { workspaceId: workspace.id, user }));
  const themes = filter.theme === null ? [] : await knownThemes(db, workspace.id, [filter.theme]);
  return filterForm({ filter, theme: themes[0] ?? null });
}

/** Undefined once the filter is in force. */
async function submit(deps: FeedbackHomeDeps, body: unknown): Promise<string | undefined> {
  const by = personOf(body, deps.workspace.id);
  const refusal = await mayLook(deps, by);
  if (refusal !== undefined) return refusal;
  const outcome = await readFilter(deps, entriesOf(Submitted.parse(body).view.state), by.user);
  if (outcome.kind === 'tooManySaved') {
    return `You have ${outcome.most} saved filters, which is as many as Slack shows. Forget one of them first.`;
  }
  await turnLook(deps, by.user, (look) => siftedBy(look, outcome.filter));
  return undefined;
}
