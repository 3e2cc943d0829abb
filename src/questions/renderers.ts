import type { DirectoryReader } from '../directory/index.ts';
import type { Vault } from '../platform/vault.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { permalinkOf } from '../slack/permalink.ts';
import { type Rendered, type Renderer, renderer } from '../slack/renderer.ts';
import { askerMessage } from './asker-views.ts';
import { card } from './card-views.ts';
import { topicName } from './form.ts';
import { askerView, cardView } from './jobs.ts';
import { awaitedCardLink, cardLink, type LinkDeps } from './links.ts';
import { masked } from './masked.ts';
import { memberIdOf } from './member-id.ts';
import { noteRenderers } from './note-renderers.ts';
import { answerOf, type Question } from './question.ts';
import { takenOutOf } from './redaction-store.ts';
import { findQuestion } from './store.ts';

export type RenderDeps = LinkDeps & {
  readonly now: () => Date;
  readonly vault: Vault;
  readonly directory: DirectoryReader;
  readonly workspace: { readonly id: WorkspaceId };
};

/** One for each view in `jobs.ts`. All of them draw the state of the moment. */
export function renderers(deps: RenderDeps): readonly Renderer[] {
  return [
    renderer(cardView, async ({ questionId, move }) => await drawCard(deps, questionId, move)),
    renderer(askerView, async ({ questionId }) => await drawAskerMessage(deps, questionId)),
    ...noteRenderers(deps),
  ];
}

async function drawCard(deps: RenderDeps, id: QuestionId, move: number): Promise<Rendered | undefined> {
  const question = await findQuestion(deps.db, deps.workspace.id, id);
  if (!question) return undefined;
  const isCurrent = question.placement.move === move;
  const [topic, memberId, answerLink, sourceLink, currentCardLink] = await Promise.all([
    topicOf(deps, question),
    question.hasMember ? memberIdOf(deps, id) : undefined,
    permalinkOf(deps.slack.reads, answerOf(question)),
    permalinkOf(deps.slack.reads, question.source),
    isCurrent ? null : cardLink(deps, question),
  ]);
  const member = memberId === undefined ? null : masked(memberId);
  const links = { answerLink, sourceLink, currentCardLink };
  return card({ question, move, topic, member, ...links, now: deps.now() });
}

async function drawAskerMessage(deps: RenderDeps, id: QuestionId): Promise<Rendered | undefined> {
  const question = await findQuestion(deps.db, deps.workspace.id, id);
  if (!question) return undefined;
  const [topic, link, answerLink, takenOut] = await Promise.all([
    topicOf(deps, question),
    awaitedCardLink(deps, question),
    permalinkOf(deps.slack.reads, answerOf(question)),
    takenOutOf(deps.db, deps.workspace.id, id),
  ]);
  return askerMessage({ question, topic, takenOut, cardLink: link, answerLink, now: deps.now() });
}

async function topicOf({ directory, workspace }: RenderDeps, { topic }: Question): Promise<string> {
  return topicName((await directory.load(workspace.id))?.directory, topic);
}
