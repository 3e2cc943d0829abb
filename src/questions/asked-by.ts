import type { SlackUserId } from '../shared/ids.ts';
import { permalinkOf } from '../slack/permalink.ts';
import { topicName } from './form.ts';
import { cardLink, type LinkDeps } from './links.ts';
import { type DirectoryDeps } from './live-directory.ts';
import { answerOf, type Question } from './question.ts';
import { questionsAskedBy } from './store.ts';

/** A question with what a page about it links to. */
export type AskedQuestion = {
  readonly question: Question;
  readonly topic: string;
  readonly cardLink: string | null;
  readonly answerLink: string | null;
};

/** Somebody's questions: first those that are not resolved, the newest first. */
export async function askedBy(
  deps: LinkDeps & DirectoryDeps,
  user: SlackUserId,
  limit: number,
): Promise<readonly AskedQuestion[]> {
  const { db, directory, slack, workspace } = deps;
  const [live, questions] = await Promise.all([
    directory.load(workspace.id),
    questionsAskedBy(db, workspace.id, user, limit),
  ]);
  return await Promise.all(
    questions.map(async (question) => {
      const [card, answer] = await Promise.all([
        cardLink(deps, question),
        permalinkOf(slack.reads, answerOf(question)),
      ]);
      const topic = topicName(live?.directory, question.topic);
      return { question, topic, cardLink: card, answerLink: answer };
    }),
  );
}
