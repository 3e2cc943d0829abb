import type { WorkspaceClient } from '../../practice/client.ts';
import { renderBlocks } from '../../practice/render.ts';

const NAMES = { person: (id: string) => id, channel: (id: string) => id };

/** Somebody's App Home in words, with ids for names: as it stands, nobody opens it. */
export async function readHome(slack: WorkspaceClient, who: string): Promise<string> {
  return renderBlocks((await slack.as(who).home())?.blocks ?? [], NAMES).join('\n');
}

/** The same after they have opened it. */
export async function openHome(slack: WorkspaceClient, who: string): Promise<string> {
  return renderBlocks((await slack.as(who).openHome())?.blocks ?? [], NAMES).join('\n');
}

/** Nobody opens it: it changes while they look. What it reads when it doesn't is told. */
export async function untilHomeShows(
  slack: WorkspaceClient,
  who: string,
  fits: (shown: string) => boolean,
): Promise<string> {
  let shown = '';
  const look = async () => {
    shown = await readHome(slack, who);
    return fits(shown) || undefined;
  };
  await slack.waitFor(look, `the Home of ${who} to change`).catch((error: unknown) => {
    throw new Error(`The Home reads:\n${shown}`, { cause: error });
  });
  return shown;
}
