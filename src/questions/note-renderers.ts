import type { OutboxView } from '../platform/outbox.ts';
import type { QuestionId, WorkspaceId } from '../shared/ids.ts';
import { permalinkOf } from '../slack/permalink.ts';
import { type Rendered, type Renderer, renderer } from '../slack/renderer.ts';
import type { QuestionEvent } from './event.ts';
import { findEvent } from './history-store.ts';
import type { QuestionEventId } from './ids.ts';
import * as jobs from './jobs.ts';
import { cardLink, type LinkDeps, originalCardLink } from './links.ts';
import { findUnpostable } from './memory-store.ts';
import * as views from './note-views.ts';
import type { Question } from './question.ts';
import { findQuestion } from './store.ts';
import * as waits from './wait-note-views.ts';

type Deps = LinkDeps & { readonly workspace: { readonly id: WorkspaceId } };

export function noteRenderers(deps: Deps): readonly Renderer[] {
  return [
    about(deps, jobs.movedNote, async (event, question, { to }) =>
      views.isMove(event.detail)
        ? views.movedNote(event, event.detail, await cardLink(deps, question, to))
        : undefined,
    ),
    about(deps, jobs.cameFromNote, async (event, question, { from }) =>
      views.isMove(event.detail)
        ? views.cameFromNote(event, event.detail, await cardLink(deps, question, from))
        : undefined,
    ),
    about(deps, jobs.handedOverNote, async (event) =>
      event.detail.kind === 'handed_over' ? views.handedOverNote(event, event.detail.to) : undefined,
    ),
    about(deps, jobs.reopenedNote, async (event, question) => views.reopenedNote(event, question)),
    about(deps, jobs.notYetNote, async (event, question) => views.notYetNote(event, question)),
    about(deps, jobs.answeredNote, async (event) => await drawAnswered(deps, event)),
    about(deps, jobs.strandedNote, async (event) => views.strandedNote(event)),
    ...clockNoteRenderers(deps),
    renderer(jobs.unpostableView, async ({ unpostableId }) => {
      const found = await findUnpostable(deps.db, deps.workspace.id, unpostableId);
      return found && views.unpostableMessage({ ...found, id: found.channel });
    }),
  ];
}

async function drawAnswered({ slack }: Deps, event: QuestionEvent): Promise<Rendered | undefined> {
  if (event.detail.kind !== 'answered') return undefined;
  const { answer } = event.detail;
  return views.answeredNote(event, answer, await permalinkOf(slack.reads, answer));
}

/** What clocks say, and the ends of a wait that are no answer. */
function clockNoteRenderers(deps: Deps): readonly Renderer[] {
  return [
    about(deps, jobs.releasedNote, async (event) => waits.releasedNote(event)),
    about(deps, jobs.remindedNote, async (event, question) => waits.remindedNote(event, question)),
    about(deps, jobs.pingedNote, async (event, question) => waits.pingedNote(event, question)),
    about(deps, jobs.hungUpNote, async (event, question) => waits.hungUpNote(event, question)),
    about(deps, jobs.takenNote, async (event, question) =>
      waits.takenNote(event, question, await cardLink(deps, question)),
    ),
    about(deps, jobs.duplicateNote, async (event, question) =>
      waits.duplicateNote(event, await originalCardLink(deps, question)),
    ),
    about(deps, jobs.originalNote, async (event, question) =>
      waits.originalNote(event, question, await cardLink(deps, question)),
    ),
    about(deps, jobs.sameQuestionNote, async (event, question) =>
      waits.sameQuestionNote(event, await originalCardLink(deps, question)),
    ),
  ];
}

type About = { readonly questionId: QuestionId; readonly eventId: QuestionEventId };
type Draw<Payload> = (
  event: QuestionEvent,
  question: Question,
  payload: Payload,
) => Promise<Rendered | undefined>;

/** For notes about one event: nothing is shown when the event or its question is gone. */
function about<Payload extends About>(
  { db, workspace }: Deps,
  view: OutboxView<Payload>,
  draw: Draw<Payload>,
): Renderer {
  return renderer(view, async (payload) => {
    const question = await findQuestion(db, workspace.id, payload.questionId);
    const event = await findEvent(db, workspace.id, payload.eventId);
    return question && event && (await draw(event, question, payload));
  });
}
