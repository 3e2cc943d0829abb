import type { DirectoryReader } from '../directory/index.ts';
import { shownMember } from '../members/index.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { permalinkOf } from '../slack/permalink.ts';
import { type Rendered, type Renderer, renderer } from '../slack/renderer.ts';
import { askerMessage } from './asker-views.ts';
import { callsOf } from './call-store.ts';
import { card } from './card-views.ts';
import { topicName } from './form.ts';
import type { CallId } from './ids.ts';
import { askerView, callView, cardView } from './jobs.ts';
import { awaitedCardLink, cardLink, type LinkDeps, originalCardLink } from './links.ts';
import { callMessage } from './live-views.ts';
import type { MemberFacts, Sibling } from './member-views.ts';
import { noteRenderers } from './note-renderers.ts';
import { answerOf, type Question } from './question.ts';
import { takenOutOf } from './redaction-store.ts';
import { siblingQuestions } from './sibling-store.ts';
import { standingFacts } from './standing-facts.ts';
import { findQuestion } from './store.ts';

export type RenderDeps = LinkDeps &
  Parameters<typeof shownMember>[0] & {
    readonly now: () => Date;
    readonly directory: DirectoryReader;
    readonly workspace: { readonly id: WorkspaceId };
  };

/** One for each view in `jobs.ts`. All of them draw the state of the moment. */
export function renderers(deps: RenderDeps): readonly Renderer[] {
  return [
    renderer(cardView, async ({ questionId, move }) => await drawCard(deps, questionId, move)),
    renderer(askerView, async ({ questionId }) => await drawAskerMessage(deps, questionId)),
    renderer(callView, async ({ questionId, callId }) => await drawCall(deps, questionId, callId)),
    ...noteRenderers(deps),
  ];
}

async function drawCard(deps: RenderDeps, id: QuestionId, move: number): Promise<Rendered | undefined> {
  const question = await findQuestion(deps.db, deps.workspace.id, id);
  if (!question) return undefined;
  const isCurrent = question.placement.move === move;
  const live = await deps.directory.load(deps.workspace.id);
  const [member, siblings, answerLink, sourceLink, currentCardLink, originalLink, facts] = await Promise.all([
    memberOf(deps, question),
    isCurrent ? siblingsOf(deps, question) : [],
    permalinkOf(deps.slack.reads, answerOf(question)),
    permalinkOf(deps.slack.reads, question.source),
    isCurrent ? null : cardLink(deps, question),
    originalCardLink(deps, question),
    standingFacts(deps.db, question, live),
  ]);
  const topic = topicName(live?.directory, question.topic);
  const links = { answerLink, sourceLink, currentCardLink, originalLink };
  return card({ question, move, topic, member, siblings, ...links, ...facts, now: deps.now() });
}

async function drawAskerMessage(deps: RenderDeps, id: QuestionId): Promise<Rendered | undefined> {
  const question = await findQuestion(deps.db, deps.workspace.id, id);
  if (!question) return undefined;
  // First: while the card is on its way, nothing else is worth reading.
  const link = await awaitedCardLink(deps, question);
  const live = await deps.directory.load(deps.workspace.id);
  const [member, answerLink, originalLink, takenOut, facts] = await Promise.all([
    memberOf(deps, question),
    permalinkOf(deps.slack.reads, answerOf(question)),
    originalCardLink(deps, question),
    takenOutOf(deps.db, deps.workspace.id, id),
    standingFacts(deps.db, question, live),
  ]);
  const topic = topicName(live?.directory, question.topic);
  const links = { cardLink: link, answerLink, originalLink };
  return askerMessage({ question, topic, member, takenOut, ...links, ...facts, now: deps.now() });
}

async function drawCall(deps: RenderDeps, id: QuestionId, callId: CallId): Promise<Rendered | undefined> {
  const question = await findQuestion(deps.db, deps.workspace.id, id);
  const call = (await callsOf(deps.db, deps.workspace.id, id)).find((each) => each.id === callId);
  if (!question || !call) return undefined;
  const { move, groupId } = call;
  return callMessage({ question, move, groupId, cardLink: await cardLink(deps, question) });
}

async function memberOf(deps: RenderDeps, { member }: Question): Promise<MemberFacts | null> {
  const found = member && (await shownMember(deps, member));
  return found ? { ...found, isHidden: deps.settings.memberIdInSlack !== 'full' } : null;
}

/** Those whose card stands somewhere: there is something to link to. */
async function siblingsOf(deps: RenderDeps, question: Question): Promise<readonly Sibling[]> {
  const siblings = await siblingQuestions(deps.db, question, deps.now());
  const linked = await Promise.all(
    siblings.map(async ({ askedAt, placement, ...each }) => {
      const link = await cardLink(deps, { ...each, askedAt, placement });
      return link === null ? [] : [{ askedAt, channel: placement.channel, link }];
    }),
  );
  return linked.flat();
}
