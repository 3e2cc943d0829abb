import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readWay, writeWay } from '../../../../practice/browser/state/way.ts';
import { dateWords, dayOf } from '../../../../practice/browser/text/dates.ts';
import { safeUrl, spotIn } from '../../../../practice/browser/text/links.ts';
import { readMarkdown } from '../../../../practice/browser/text/markdown.ts';
import { type Ink, readMrkdwn } from '../../../../practice/browser/text/mrkdwn.ts';
import { nameBefore, withMentions } from '../../../../practice/browser/text/names-typed.ts';

const text = (words: string): Ink => ({ kind: 'text', text: words });

describe('the markup of Slack', () => {
  test.each<[string, readonly Ink[]]>([
    [
      '*strong* and _not_ 2*3*4',
      [
        { kind: 'bold', inner: [text('strong')] },
        text(' and '),
        { kind: 'italic', inner: [text('not')] },
        text(' 2*3*4'),
      ],
    ],
    [
      '~gone~ `a*b*c`',
      [{ kind: 'strike', inner: [text('gone')] }, text(' '), { kind: 'code', text: 'a*b*c' }],
    ],
    [
      '<@U0MAYA> in <#C0GENERAL|general> <!subteam^S0ON|@on> <!here>',
      [
        { kind: 'user', id: 'U0MAYA', label: '' },
        text(' in '),
        { kind: 'channel', id: 'C0GENERAL', label: 'general' },
        text(' '),
        { kind: 'group', id: 'S0ON', label: '@on' },
        text(' '),
        { kind: 'broadcast', range: 'here' },
      ],
    ],
    [
      '<https://a.example/?x=1&amp;y=2|here>',
      [{ kind: 'link', url: 'https://a.example/?x=1&y=2', label: 'here' }],
    ],
    [
      '*:tada: <@U0MAYA>*',
      [
        {
          kind: 'bold',
          inner: [{ kind: 'emoji', name: 'tada' }, text(' '), { kind: 'user', id: 'U0MAYA', label: '' }],
        },
      ],
    ],
    [
      '&gt; said\n&gt; twice\nafter',
      [{ kind: 'quote', inner: [text('said'), { kind: 'break' }, text('twice')] }, text('after')],
    ],
    ['before\n```\n<b>*x*\n```\nafter', [text('before'), { kind: 'pre', text: '<b>*x*' }, text('after')]],
    ['&lt;script&gt;', [text('<script>')]],
    [
      '<!date^1700000000^{time}|noon>',
      [{ kind: 'date', seconds: 1_700_000_000, format: '{time}', fallback: 'noon' }],
    ],
  ])('%s is read as it is meant', (source, inks) => {
    expect(readMrkdwn(source)).toEqual(inks);
  });

  test('whatever somebody types, no word of it is lost or made into something else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '&amp;', '&lt;', '"', 'é', '😀', '\n', '.') }),
        (source) => {
          const words = source.replaceAll('&lt;', '<').replaceAll('&amp;', '&').replaceAll('\n', '');
          expect(wordsOf(readMrkdwn(source))).toBe(words);
        },
      ),
    );
  });

  test('markup that is torn or nested against the grain is read to its end, and quickly', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('*', '_', '~', '`', '<', '>', '|', ':', 'a', ' ', '\n', '!'),
          maxLength: 400,
        }),
        (source) => {
          expect(Array.isArray(readMrkdwn(source))).toBe(true);
        },
      ),
    );
  });

  test('the little Markdown that apps write', () => {
    expect(readMarkdown('# Title\n- **one** [here](https://a.example)\ntext')).toEqual([
      { kind: 'heading', inks: [text('Title')] },
      {
        kind: 'item',
        inks: [
          { kind: 'bold', inner: [text('one')] },
          text(' '),
          { kind: 'link', url: 'https://a.example', label: 'here' },
        ],
      },
      { kind: 'text', inks: [text('text')] },
    ]);
  });
});

describe('links', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    ' javascript:alert(1)',
    'vbscript:x',
    '/etc/passwd',
    '',
  ])('%p is not followed', (url) => {
    expect(safeUrl(url)).toBeUndefined();
  });

  test('a link to a message of this workspace is gone to within the page', () => {
    expect(
      spotIn('https://practice.slack.com/archives/C0X/p1700000000000001?thread_ts=1600000000.000002&cid=C0X'),
    ).toEqual({
      channel: 'C0X',
      ts: '1700000000.000001',
      threadTs: '1600000000.000002',
    });
    expect(spotIn('https://practice.slack.com.evil.example/archives/C0X/p1700000000000001')).toBeUndefined();
  });
});

describe('names that are typed', () => {
  const known = {
    people: [{ id: 'U0ROSA', name: 'rosa' }],
    rooms: [{ id: 'C0CARE', name: 'care-keystone' }],
    groups: [{ id: 'S0ON', name: 'on-duty' }],
  };

  test('become mentions where somebody or something is called so, and stay words elsewhere', () => {
    expect(withMentions('@rosa, @on-duty and @nobody: #care-keystone #12 a@rosa.example', known)).toBe(
      '<@U0ROSA>, <!subteam^S0ON> and @nobody: <#C0CARE> #12 a@rosa.example',
    );
  });

  test('the beginning of a name is seen where the cursor stands', () => {
    expect(nameBefore('ask @ro', 7)).toEqual({ sign: '@', typed: 'ro' });
    expect(nameBefore('ask @ro later', 13)).toBeUndefined();
    expect(nameBefore('mail a@ro', 9)).toBeUndefined();
  });
});

describe('dates', () => {
  const now = new Date(2026, 10, 24, 15, 30).getTime();
  const at = (hours: number): number => Math.floor(now / 1000) + hours * 3600;

  test.each([
    [0, 'just now'],
    [-0.5, '30 minutes ago'],
    [-1, '1 hour ago'],
    [2, 'in 2 hours'],
    [-72, '3 days ago'],
  ])('%p hours from now are said as "%s"', (hours, words) => {
    expect(dateWords(at(hours), '{ago}', now)).toBe(words);
  });

  test('days near by have names', () => {
    expect(dateWords(at(24), '{date_short_pretty} at {time}', now)).toBe('tomorrow at 3:30 PM');
    expect(dayOf(String(at(-24)), now)).toBe('Yesterday');
    expect(dateWords(at(0), '{nonsense}', now)).toBe('{nonsense}');
  });
});

test('where one stands is kept in the address', () => {
  const way = {
    as: 'U0ROSA',
    place: 'C0X',
    thread: { channel: 'C0X', ts: '1.2' },
    dock: 'inspector',
  } as const;

  expect(readWay(writeWay(way))).toEqual(way);
  expect(readWay('')).toMatchObject({ as: 'U0MAYA', place: 'home', dock: '' });
});

function wordsOf(inks: readonly Ink[]): string {
  return inks.map((ink) => ('text' in ink ? ink.text : 'inner' in ink ? wordsOf(ink.inner) : '')).join('');
}
