import type { Clicked } from '../control/clicks.ts';
import type { Entry } from '../interactions/filling.ts';
import type { SeenView } from '../interactions/seen-view.ts';
import type { Sight } from '../interactions/sight.ts';
import type { Submitted } from '../interactions/submission.ts';
import { call } from './call.ts';

export type OnMessage = { readonly channel: string; readonly ts: string };
type Patience = { readonly withinMs?: number };

/** What one person can do. They wait a little for what they expect to see, and then say that it isn't there. */
export function personIn(url: string, as: string) {
  const ask = async <Answer>(name: string, input: object = {}): Promise<Answer> =>
    await call<Answer>(url, name, { as, ...input });
  const view = async (): Promise<SeenView | undefined> => await ask('view');
  const click = async (where: OnMessage | 'view' | 'home', button: string, patience: Patience = {}) =>
    await ask<Clicked>('click', { where, button, ...patience });
  const choose = async (where: OnMessage | 'view' | 'home', option: string, patience: Patience = {}) =>
    await ask<Clicked>('choose', { where, option, ...patience });

  return {
    /** A global shortcut; answers with what the person sees next. */
    shortcut: async (callbackId: string, patience: Patience = {}): Promise<Sight> =>
      await ask('shortcut', { callbackId, ...patience }),
    messageShortcut: async (callbackId: string, on: OnMessage, patience: Patience = {}): Promise<Sight> =>
      await ask('message-shortcut', { callbackId, ...on, ...patience }),
    command: async (
      command: string,
      text: string,
      { channel, ...patience }: { readonly channel: string } & Patience,
    ): Promise<Sight> => await ask('command', { command, text, channel, ...patience }),
    openHome: async (patience: Patience = {}): Promise<SeenView | undefined> =>
      await ask('open-home', patience),
    home: async (): Promise<SeenView | undefined> => await ask('home'),
    /** The topmost open view. */
    view,
    waitForView: async (
      fits: (view: SeenView) => boolean = () => true,
      withinMs = 10_000,
    ): Promise<SeenView> => await waitForView(view, fits, withinMs),
    /** By the labels on the form; choices by their words. */
    fill: async (
      entries: Readonly<Record<string, Entry>>,
      patience: Patience = {},
    ): Promise<{ readonly view?: SeenView; readonly trouble?: string }> =>
      await ask('fill', { entries, ...patience }),
    submit: async (): Promise<Submitted> => await ask('submit'),
    /** An impatient double click: the same submission twice at once. */
    submitTwice: async (): Promise<readonly Submitted[]> => await ask('submit-twice'),
    close: async (): Promise<void> => await ask('close'),
    click: async (on: OnMessage, button: string, patience?: Patience) => await click(on, button, patience),
    clickInView: async (button: string, patience?: Patience) => await click('view', button, patience),
    clickInHome: async (button: string, patience?: Patience) => await click('home', button, patience),
    choose: async (on: OnMessage, option: string, patience?: Patience) => await choose(on, option, patience),
    chooseInView: async (option: string, patience?: Patience) => await choose('view', option, patience),
    chooseInHome: async (option: string, patience?: Patience) => await choose('home', option, patience),
    /** Answers with the message's ts. The channel `app` is the direct message with the app. */
    say: async (
      channel: string,
      text: string,
      { threadTs }: { readonly threadTs?: string } = {},
    ): Promise<string> => await ask('say', { channel, text, threadTs }),
    edit: async (on: OnMessage, text: string): Promise<void> => await ask('edit', { ...on, text }),
    remove: async (on: OnMessage): Promise<void> => await ask('remove', on),
    react: async (on: OnMessage, name: string): Promise<boolean> => await ask('react', { ...on, name }),
    unreact: async (on: OnMessage, name: string): Promise<boolean> => await ask('unreact', { ...on, name }),
    join: async (channel: string): Promise<void> => await ask('join', { channel }),
    leave: async (channel: string): Promise<void> => await ask('leave', { channel }),
  };
}

export type PersonClient = ReturnType<typeof personIn>;

async function waitForView(
  view: () => Promise<SeenView | undefined>,
  fits: (view: SeenView) => boolean,
  withinMs: number,
): Promise<SeenView> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const open = await view();
    if (open && fits(open)) return open;
    if (performance.now() > deadline) {
      throw new Error(`Waited in vain for a view; ${open ? `"${open.title}" is open` : 'none is open'}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
