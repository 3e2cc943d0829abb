import type { SlackUserId } from '../shared/ids.ts';
import { permalinkOf } from '../slack/permalink.ts';
import { topicName } from './form.ts';
import { cardLink, type LinkDeps } from './links.ts';
import { type DirectoryDeps } from './live-directory.ts';
import { answerOf, type Question } from './question.ts';
import { countAskedBy, questionsAskedBy } from './store.ts';

/** A question with what a page about it links to. */
export type AskedQuestion = {
  readonly question: Question;
  readonly topic: string;
  readonly cardLink: string | null;
  readonly answerLink: string | null;
};

export type AskedPage = {
  readonly asked: readonly AskedQuestion[];
  readonly page: number;
  /** Over all pages. */
  readonly total: number;
};

/** One page of somebody's questions; the last one when there are fewer than that. Those that are not resolved come first. */
export async function askedBy(
  deps: LinkDeps & DirectoryDeps,
  user: SlackUserId,
  { page: wanted, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<AskedPage> {
  const { db, directory, slack, workspace } = deps;
  const total = await countAskedBy(db, workspace.id, user);
  const page = Math.min(wanted, Math.max(0, Math.ceil(total / pageSize) - 1));
  const [live, questions] = await Promise.all([
    directory.load(workspace.id),
    questionsAskedBy(db, workspace.id, user, { limit: pageSize, offset: page * pageSize }),
  ]);
  const asked = await Promise.all(
    questions.map(async (question) => {
      const [card, answer] = await Promise.all([
        cardLink(deps, question),
        permalinkOf(slack.reads, answerOf(question)),
      ]);
      const topic = topicName(live?.directory, question.topic);
      return { question, topic, cardLink: card, answerLink: answer };
    }),
  );
  return { asked, page, total };
}
