import { describe, expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { DatabaseUnavailable } from '../../../src/platform/errors.ts';
import { createLog, createLogger } from '../../../src/platform/log.ts';
import { modal, section } from '../../../src/slack/blocks.ts';
import { openThenFill, type ViewClient } from '../../../src/slack/fill-view.ts';

const view = (words: string): ModalView =>
  modal({ callback: 'test', title: 'Test', blocks: [section(words)] });

/** Slack as far as it shows modals; refuses updates with what it is given to refuse them with. */
function slack(refusals: string[] = []) {
  const shown: string[] = [];
  const client: ViewClient = {
    views: {
      open: async ({ view: opened }) => {
        shown.push(`open ${words(opened)}`);
        return { ok: true, view: { id: 'V1', hash: 'first' } };
      },
      update: async ({ hash, view: next }) => {
        const error = refusals.shift();
        if (error !== undefined) throw Object.assign(new Error(error), { data: { error } });
        shown.push(`update ${hash ?? 'whatever'} ${words(next)}`);
      },
    },
  };
  return { client, shown };
}

function words({ blocks: [first] }: ModalView): string {
  return (first as ReturnType<typeof section>).text?.text ?? '';
}

function logged() {
  const lines: string[] = [];
  const log = createLog(createLogger('debug', { write: (line) => void lines.push(line) }));
  return { log, lines };
}

const opening = { trigger: 't', first: view('loading'), instead: (advice: string) => view(advice) };

describe('A form that opens at once', () => {
  test('is filled when the facts are there', async () => {
    const { client, shown } = slack();
    await openThenFill(logged(), client, { ...opening, fill: async () => view('filled') });
    expect(shown).toEqual(['open loading', 'update first filled']);
  });

  test('says what to do when they cannot be had, with a reference that is in the log', async () => {
    const { client, shown } = slack();
    const { log, lines } = logged();
    await openThenFill({ log }, client, {
      ...opening,
      fill: async () => await Promise.reject(new DatabaseUnavailable('secret')),
    });
    const [, reference = ''] = /\(Reference: (\w+)\)/.exec(shown[1] ?? '') ?? [];
    expect(shown[1]).toContain('The records are not reachable just now');
    expect(lines.join('')).toContain(reference);
    expect(lines.join('')).not.toContain('secret');
  });

  test('is filled also when it has changed meanwhile', async () => {
    const { client, shown } = slack(['hash_conflict']);
    await openThenFill(logged(), client, { ...opening, fill: async () => view('filled') });
    expect(shown).toEqual(['open loading', 'update whatever filled']);
  });

  test('is left alone when what it shows by now is newer', async () => {
    let isLate = false;
    const { client, shown } = slack(['hash_conflict']);
    const update = client.views.update;
    const slow = {
      views: {
        ...client.views,
        update: async (asked: Parameters<typeof update>[0]) => {
          isLate = true;
          return await update(asked);
        },
      },
    };
    const filling = { ...opening, fill: async () => view('filled'), isLate: () => isLate };
    await openThenFill(logged(), slow, filling);
    expect(shown).toEqual(['open loading']);
    await openThenFill(logged(), slow, filling);
    expect(shown).toEqual(['open loading', 'open loading']);
  });

  test('is left alone when the person has closed it', async () => {
    const { client, shown } = slack(['not_found']);
    await openThenFill(logged(), client, { ...opening, fill: async () => view('filled') });
    expect(shown).toEqual(['open loading']);
  });

  test('lets other troubles be known', async () => {
    const { client } = slack(['invalid_arguments']);
    const filling = openThenFill(logged(), client, { ...opening, fill: async () => view('filled') });
    await expect(filling).rejects.toThrow('invalid_arguments');
  });
});
