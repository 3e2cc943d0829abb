import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Log } from '../platform/log.ts';
import { AnnouncementId } from '../shared/ids.ts';
import { fillView, openThenFill, type ShownView, type ViewClient } from '../slack/fill-view.ts';
import { personOf } from '../slack/person.ts';
import { tell } from '../slack/tell.ts';
import type { Person } from './announce.ts';
import { askForFile, type FileDeps, type WantedFile } from './ask-file.ts';
import { GroupKey } from './ids.ts';
import { postsOf } from './post-store.ts';
import { reachOf } from './reach.ts';
import { type ReadDeps, readExactly } from './read.ts';
import { repliersTo } from './read-replies.ts';
import { PEOPLE_FILTERS } from './report.ts';
import { OPEN_REPORT } from './report-button-views.ts';
import { firstLook, ReportLook, turned } from './report-look.ts';
import { type ReportOutcome, reportFor } from './report-of.ts';
import { REPORT_FILTER, REPORT_NEWER, REPORT_OLDER, REPORT_TEAM } from './report-tabs-views.ts';
import {
  fileReply,
  openingReport,
  REPORT_PEOPLE,
  REPORT_PICTURE,
  REPORT_POST,
  REPORT_STATES,
  REPORT_TABLE,
  REPORT_TEAMS,
  reportRefusal,
  reportTrouble,
  reportView,
} from './report-views.ts';
import { findAnnouncement } from './store.ts';

export type ReportListenerDeps = FileDeps &
  ReadDeps & {
    readonly log: Log;
    readonly slack: { readonly reads: WebClient };
  };

const Button = z.object({ value: z.string().optional() });
const Choice = z.object({ selected_option: z.object({ value: z.literal(PEOPLE_FILTERS) }) });
const Trigger = z.object({ trigger_id: z.string() });
const InReport = z.object({
  view: z.object({
    id: z.string(),
    hash: z.string().optional(),
    private_metadata: z.string().transform((text): unknown => JSON.parse(text)),
  }),
});

type Turn = (look: ReportLook, action: unknown) => ReportLook;

/** What a click makes of what somebody looks at. */
const TURNS: readonly (readonly [string, Turn])[] = [
  [REPORT_TEAMS, (look) => turned(look, { tab: 'teams', team: null })],
  [REPORT_STATES, (look) => turned(look, { tab: 'states', team: null })],
  [REPORT_PEOPLE, (look) => turned(look, { tab: 'people', team: null })],
  [REPORT_TEAM, (look, action) => turned(look, { tab: 'people', team: GroupKey.parse(valueOf(action)) })],
  [REPORT_FILTER, (look, action) => turned(look, { filter: Choice.parse(action).selected_option.value })],
  [REPORT_NEWER, (look, action) => turned(look, { page: Number(valueOf(action)) })],
  [REPORT_OLDER, (look, action) => turned(look, { page: Number(valueOf(action)) })],
];

const FILES: readonly (readonly [string, WantedFile['what']])[] = [
  [REPORT_TABLE, 'table'],
  [REPORT_PICTURE, 'picture'],
  [REPORT_POST, 'pictureInThread'],
];

export function listenForReports(app: App, deps: ReportListenerDeps): void {
  app.action(OPEN_REPORT, async ({ ack, action, body, client, respond }) => {
    await ack();
    const look = firstLook(AnnouncementId.parse(valueOf(action)));
    const by = personOf(body, deps.workspace.id);
    const outcome = await reportFor(deps, { id: look.announcementId, by });
    if (outcome.kind !== 'report') {
      await tell({ body, client, respond }, reportRefusal(outcome.kind));
      return;
    }
    await openReport(deps, client, { trigger: Trigger.parse(body).trigger_id, look, by });
  });

  for (const [id, turn] of TURNS) {
    app.action(id, async ({ ack, action, body, client }) => {
      await ack();
      const { shown, look } = shownIn(body);
      const next = ReportLook.parse(turn(look, action));
      const by = personOf(body, deps.workspace.id);
      await fillView(deps, client, shown, { fill: async () => await draw(deps, next, by) });
    });
  }

  for (const [id, what] of FILES) {
    app.action(id, async ({ ack, body, client, respond }) => {
      await ack();
      const { look } = shownIn(body);
      const by = personOf(body, deps.workspace.id);
      const { kind } = await askForFile(deps, { id: look.announcementId, by, what });
      await tell({ body, client, respond }, fileReply(kind, what));
    });
  }
}

function valueOf(action: unknown): string {
  return Button.parse(action).value ?? '';
}

function shownIn(body: unknown): { readonly shown: ShownView; readonly look: ReportLook } {
  const { id, hash, private_metadata: metadata } = InReport.parse(body).view;
  return { shown: { id, hash }, look: ReportLook.parse(metadata) };
}

type Opening = { readonly trigger: string; readonly look: ReportLook; readonly by: Person };

async function openReport(
  deps: ReportListenerDeps,
  client: ViewClient,
  { trigger, look, by }: Opening,
): Promise<void> {
  await openThenFill(deps, client, {
    trigger,
    first: openingReport(look),
    fill: async () => await reportNow(deps, look, by),
    instead: (advice) => reportTrouble(look, advice),
  });
}

/** Slack is asked first, so that the report is exact; if it can't say, the report says as of when it is. */
export async function reportNow(deps: ReportListenerDeps, look: ReportLook, by: Person): Promise<ModalView> {
  const announcement = await findAnnouncement(deps.db, deps.workspace.id, look.announcementId);
  const asOf = announcement && (await readExactly(deps, announcement).catch(() => undefined));
  return await draw(deps, look, by, { isOld: asOf === undefined });
}

async function draw(
  deps: ReportListenerDeps,
  look: ReportLook,
  by: Person,
  { isOld = false }: { readonly isOld?: boolean } = {},
) {
  const outcome = await reportFor(deps, { id: look.announcementId, by });
  return outcome.kind === 'report'
    ? reportView(
        { ...outcome, isOld, mayPost: outcome.scope === 'all', reach: await reachIn(deps, outcome, look) },
        look,
      )
    : reportTrouble(look, reportRefusal(outcome.kind));
}

/** For those who announce, because it counts people of all teams; once, because Slack has to be asked for it. */
async function reachIn(
  deps: ReportListenerDeps,
  { announcement, signs, scope }: Extract<ReportOutcome, { kind: 'report' }>,
  { tab, page }: ReportLook,
) {
  if (scope !== 'all' || tab !== 'teams' || page > 0) return null;
  const posts = await postsOf(deps.db, announcement);
  return reachOf(signs, await repliersTo(deps, posts));
}
