import { anAnnouncement, theReceipts } from './announcement-story.ts';
import type { Expected } from './expected.ts';
import { aCommand, aLiveOne, anOpenOne, floridaExperts } from './short-stories.ts';
import type { OnMessage, Stage } from './stage.ts';
import { anEscalation, aRace, aReopening, aTeamMate } from './stories.ts';
import { aDeclinedLiveOne, anEscalationByItself } from './waiting-stories.ts';

/** What people type that must not stand anywhere in clear. */
export const SECRETS = ['R123456', '219-09-9999', 'jane.roe@mail.example', '(215) 555-0142'];

type Story = (stage: Stage) => Promise<Expected>;
type Chapter = { readonly title: string; readonly stories: readonly Story[] };

const ONE: readonly Chapter[] = [
  { title: 'Two people reach for the same question', stories: [aRace] },
  { title: 'A colleague on the same team knows', stories: [aTeamMate] },
  { title: 'A question goes up a tier', stories: [anEscalation] },
  { title: 'An answer that was not the end of it', stories: [aReopening] },
  { title: 'Experts of a state of their own', stories: [floridaExperts] },
  { title: 'The member is on the line', stories: [aLiveOne] },
  { title: 'On the line, and the one on duty cannot', stories: [aDeclinedLiveOne] },
];
/** Needs a directory with little patience, and open hours. */
const OVERDUE: Chapter = { title: 'A question that nobody sees to', stories: [anEscalationByItself] };
const LATE: Chapter = { title: 'Late in the day', stories: [anOpenOne, aCommand] };

const WHOLE_DAY: readonly Chapter[] = [...ONE, OVERDUE, LATE];
/** What can be played under any directory like the example, at any hour. */
export const UNTIMED_DAY: readonly Chapter[] = [...ONE, LATE];

export type Day = {
  readonly questions: readonly Expected[];
  readonly announcement: OnMessage;
};

/**
 * Maya, Jordan, Priya and Sam ask; Rosa, a supervisor, and the experts Lee and Omar answer. Carmen announces something
 * in the morning, so that half of its time is over by the evening.
 */
export async function playDay(stage: Stage, deadlineSeconds: number): Promise<Day> {
  await stage.narrator.chapter('Something for everybody to know');
  const announcement = await anAnnouncement(stage, deadlineSeconds);
  const questions = await playChapters(stage, WHOLE_DAY);
  await stage.narrator.chapter('Who has read it, and who has not');
  await theReceipts(stage, announcement);
  return { questions, announcement };
}

export async function playChapters(stage: Stage, chapters: readonly Chapter[]): Promise<readonly Expected[]> {
  const expected: Expected[] = [];
  for (const { title, stories } of chapters) {
    await stage.narrator.chapter(title);
    for (const story of stories) expected.push(await story(stage));
  }
  return expected;
}
