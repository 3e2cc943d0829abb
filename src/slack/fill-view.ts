import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { errorCode } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import { newReference } from '../shared/reference.ts';
import { adviceFor } from './boundary.ts';

/** The part of Slack's Web API that shows modals. */
export type ViewClient = {
  readonly views: {
    readonly open: (view: { trigger_id: string; view: ModalView }) => Promise<unknown>;
    readonly update: (view: { view_id: string; hash?: string; view: ModalView }) => Promise<unknown>;
  };
};

export type Filling = {
  /** Given the view that is shown meanwhile. */
  readonly fill: (shown: ShownView) => Promise<ModalView>;
  /** When it can't be filled: says so, and keeps what was typed. Without it the view stays as it is. */
  readonly instead?: (advice: string) => ModalView;
  /** Asked when something else is shown by now: is that newer than what was drawn? */
  readonly isLate?: () => boolean;
};

export type ShownView = { readonly id: string; readonly hash?: string | undefined };
const Opened = z.object({ view: z.object({ id: z.string(), hash: z.string().optional() }) });

type Deps = { readonly log: Log };

/** Slack's trigger lasts three seconds, the records may take longer: opens at once, fills in afterwards. */
export async function openThenFill(
  deps: Deps,
  client: ViewClient,
  { trigger, first, ...filling }: Filling & { readonly trigger: string; readonly first: ModalView },
): Promise<void> {
  const opened = Opened.parse(await client.views.open({ trigger_id: trigger, view: first }));
  await fillView(deps, client, opened.view, filling);
}

export async function fillView(
  { log }: Deps,
  client: ViewClient,
  shown: ShownView,
  { fill, instead, isLate = () => false }: Filling,
): Promise<void> {
  const view = await fill(shown).catch((error: unknown) => {
    const reference = newReference();
    log.failure('slack.view-not-filled', error, { reference });
    return instead?.(`${adviceFor(error)} (Reference: ${reference})`);
  });
  if (view && !isLate()) await replace(client, shown, { view, isLate });
}

type Drawn = { readonly view: ModalView; readonly isLate: () => boolean };

/** The latest drawing wins: one that was drawn for an older view still knows more than what is shown, unless it is late. */
async function replace(client: ViewClient, { id, hash }: ShownView, { view, isLate }: Drawn): Promise<void> {
  const update = async (withHash: { hash?: string }): Promise<void> => {
    await client.views.update({ view_id: id, view, ...withHash });
  };
  try {
    await update(hash === undefined ? {} : { hash });
  } catch (error) {
    if (CLOSED.has(errorCode(error) ?? '')) return;
    if (errorCode(error) !== 'hash_conflict') throw error;
    if (!isLate()) await update({});
  }
}

/** The person has closed it meanwhile. */
const CLOSED = new Set(['not_found', 'view_not_found']);
