import type { Json } from '../../json.ts';

/** What the person can't do, in the workspace's words. */
export class Refused extends Error {}

async function post(path: string, input: object): Promise<unknown> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  }).catch(() => {
    throw new Refused('The practice workspace does not answer. Is `npm start` still running?');
  });
  const answer = (await response.json().catch(() => ({}))) as { result?: unknown; problem?: string };
  if (answer.problem !== undefined) throw new Refused(answer.problem);
  if (!response.ok) throw new Refused(`The practice workspace failed (${response.status}).`);
  return answer.result;
}

export type Where = 'view' | 'home' | { readonly channel: string; readonly ts: string };
export type Pointed = {
  readonly where: Where;
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: string | undefined;
};

/** Nobody waits in the page for what comes next: it appears by itself. */
const AT_ONCE = { withinMs: 0 };

/** Everything one person can do, by the routes that tests and terminals use, too. */
export function deedsOf(as: string) {
  const ask = async (name: string, input: object = {}): Promise<unknown> =>
    await post(`/practice/${name}`, { as, ...input });
  const told = async (name: string, input: object = {}): Promise<void> => {
    const answer = (await ask(name, input)) as { kind?: string; text?: string; trouble?: string } | null;
    const trouble = answer?.trouble ?? (answer?.kind === 'trouble' ? answer.text : undefined);
    if (trouble !== undefined) throw new Refused(trouble);
  };
  return {
    shortcut: async (callbackId: string) => await told('shortcut', { callbackId, ...AT_ONCE }),
    messageShortcut: async (callbackId: string, on: { channel: string; ts: string }) =>
      await told('message-shortcut', { callbackId, ...on, ...AT_ONCE }),
    command: async (command: string, text: string, channel: string) =>
      await told('command', { command, text, channel, ...AT_ONCE }),
    openHome: async () => void (await ask('open-home', AT_ONCE)),
    press: async (pointed: Pointed, chosen?: unknown) =>
      await told('press', { ...pointed, ...(chosen !== undefined && { chosen }) }),
    enter: async (pointed: Pointed, chosen: unknown) => void (await ask('enter', { ...pointed, chosen })),
    suggest: async (pointed: Pointed, typed: string) =>
      ((await ask('suggest', { ...pointed, typed })) ?? []) as readonly Json[],
    submit: async () => await told('submit'),
    close: async () => void (await ask('close')),
    say: async (said: { channel: string; text: string; threadTs?: string; files?: readonly string[] }) =>
      void (await ask('say', said)),
    upload: async (file: { name: string; base64: string }) =>
      (await ask('upload', file)) as { readonly id: string; readonly name: string },
    edit: async (on: { channel: string; ts: string }, text: string) =>
      void (await ask('edit', { ...on, text })),
    remove: async (on: { channel: string; ts: string }) => void (await ask('remove', on)),
    react: async (on: { channel: string; ts: string }, name: string) =>
      void (await ask('react', { ...on, name })),
    unreact: async (on: { channel: string; ts: string }, name: string) =>
      void (await ask('unreact', { ...on, name })),
    join: async (channel: string) => void (await ask('join', { channel })),
    leave: async (channel: string) => void (await ask('leave', { channel })),
    read: async (upTo: { channel: string; ts: string; threadTs?: string }) => void (await ask('read', upTo)),
    dismiss: async (on: { channel: string; ts: string }) => void (await ask('dismiss', on)),
    directMessage: async (other: string) => String(await ask('direct-message', { with: other })),
  };
}

export type Deeds = ReturnType<typeof deedsOf>;

/** What nobody in the workspace does: it happens outside. */
export const world = {
  database: async (on: boolean) => void (await post('/face/database', { on })),
  clock: async (seconds: number) => void (await post('/face/clock', { seconds })),
  reset: async () => void (await post('/face/reset', {})),
  day: async (play: boolean) => void (await post('/face/day', { play })),
  feedback: async (said: { rating: string; comment: string; times: number }) =>
    void (await post('/face/feedback', said)),
  lesson: async () => void (await post('/face/lesson', {})),
  spell: async (kind: '429' | '500', seconds: number) =>
    void (await post('/practice/spell', { kind, seconds })),
  endSpell: async () => void (await post('/practice/fault-clear', {})),
};
