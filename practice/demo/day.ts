import type { Expected } from './expected.ts';
import { aCommand, aLiveOne, anOpenOne, floridaExperts } from './short-stories.ts';
import type { Stage } from './stage.ts';
import { anEscalation, aRace, aReopening, aTeamMate } from './stories.ts';
import { aDeclinedLiveOne, anEscalationByItself } from './waiting-stories.ts';

/** What people type that must not stand anywhere in clear. */
export const SECRETS = ['R123456', '219-09-9999', 'jane.roe@mail.example', '(215) 555-0142'];

/** Maya, Jordan, Priya and Sam ask; Rosa, a supervisor, and the experts Lee and Omar answer. */
export async function playDay(stage: Stage): Promise<readonly Expected[]> {
  await stage.narrator.chapter('Two people reach for the same question');
  const providers = await aRace(stage);
  await stage.narrator.chapter('A colleague on the same team knows');
  const general = await aTeamMate(stage);
  await stage.narrator.chapter('A question goes up a tier');
  const escalated = await anEscalation(stage);
  await stage.narrator.chapter('An answer that was not the end of it');
  const reopened = await aReopening(stage);
  await stage.narrator.chapter('Experts of a state of their own');
  const florida = await floridaExperts(stage);
  await stage.narrator.chapter('The member is on the line');
  const live = await aLiveOne(stage);
  await stage.narrator.chapter('On the line, and the one on duty cannot');
  const declined = await aDeclinedLiveOne(stage);
  await stage.narrator.chapter('A question that nobody sees to');
  const overdue = await anEscalationByItself(stage);
  await stage.narrator.chapter('Late in the day');
  const pharmacy = await anOpenOne(stage);
  const billing = await aCommand(stage);
  return [providers, general, escalated, reopened, florida, live, declined, overdue, pharmacy, billing];
}
