import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ROLES } from '../../../src/directory/directory.ts';
import { EVERYTHING, FeedbackFilter, isEverything } from '../../../src/feedback/filter.ts';
import { DEEDS, ENTITLED, mayWork, type Worker } from '../../../src/feedback/may-work.ts';
import { LONGEST_THEME, normalTheme, themesIn } from '../../../src/feedback/theme.ts';
import { TicketLink, ticketLink, ticketName, wordsOfTicket } from '../../../src/feedback/ticket.ts';
import { refusalWords } from '../../../src/feedback/work-words.ts';
import { SlackUserId } from '../../../src/shared/ids.ts';
import { typed } from '../../support/view-samples.ts';

describe('A theme', () => {
  test.each([
    ['Billing  Center', 'billing center'],
    ['#billing-center', 'billing center'],
    ['ＢＩＬＬＩＮＧ\u200bcenter', 'billing center'],
    ['Q&A', 'q&a'],
    ['Größe', 'größe'],
    ['...', null],
    ['x'.repeat(LONGEST_THEME + 1), null],
  ])('typed as %j is kept as %j', (text, kept) => {
    expect(normalTheme(text)).toBe(kept);
  });

  test('is the same however often it is made normal, and never too long', () => {
    fc.assert(
      fc.property(typed(80), (text) => {
        const once = normalTheme(text);
        if (once === null) return;
        expect(normalTheme(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(LONGEST_THEME);
        expect(once).not.toMatch(/[<>*_~`,;\n]/);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  test('is one of several, each once', () => {
    expect(themesIn('Slow pages, slow-pages; dark mode,,\nQ&A')).toEqual({
      kind: 'themes',
      names: ['slow pages', 'dark mode', 'q&a'],
    });
    expect(themesIn('')).toEqual({ kind: 'themes', names: [] });
    expect(themesIn(`short, ${'long '.repeat(20)}`)).toEqual({ kind: 'tooLong' });
  });
});

describe('A ticket', () => {
  test.each([
    'javascript:alert(1)',
    'ftp://tickets.example.com/1',
    'https://user@tickets.example.com/1',
    'https://localhost/1',
    'tickets.example.com/1',
    `https://tickets.example.com/${'x'.repeat(500)}`,
    'https://tickets.example.com/<!channel>|x y\n',
  ])('is no %j', (text) => {
    expect(ticketLink(text)).toBeUndefined();
  });

  test('is kept in one form, and named by the end of its path', () => {
    const link = ticketLink('  HTTPS://Tickets.Example.com/browse/WEB-1/ ');
    expect(link).toBe('https://tickets.example.com/browse/WEB-1');
    const named = (text: string) => ticketName(TicketLink.parse(ticketLink(text)));
    expect(named('https://tickets.example.com/browse/WEB-1')).toBe('WEB-1');
    expect(named('https://tickets.example.com/?id=7')).toBe('tickets.example.com');
    expect(wordsOfTicket(TicketLink.parse('https://tickets.example.com/a/%E0%A4%A?b=c'))).toContain('a');
  });

  test('whatever is typed, what is kept can stand in a link', () => {
    const addresses = fc.oneof(typed(200), fc.webUrl({ withQueryParameters: true, withFragments: true }));
    fc.assert(
      fc.property(addresses, (text) => {
        const link = ticketLink(text);
        if (link === undefined) return;
        expect(link).toMatch(/^https?:\/\/[^\s<>|]+$/);
        expect(ticketLink(link)).toBe(link);
        expect(ticketName(link).length).toBeGreaterThan(0);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe('What somebody may do with feedback', () => {
  const roleSets = fc.uniqueArray(fc.constantFrom(...ROLES)).map((roles) => new Set(roles));
  const workers: fc.Arbitrary<Worker> = fc.record({
    user: fc.constant(SlackUserId.parse('U0MAYA')),
    roles: roleSets,
    isMember: fc.boolean(),
    isExternal: fc.boolean(),
    isDeactivated: fc.boolean(),
  });

  test('is given by the product role or the channel, and by nothing else', () => {
    fc.assert(
      fc.property(workers, fc.constantFrom(...DEEDS), (worker, deed) => {
        const { roles, isMember, isExternal, isDeactivated } = worker;
        const may =
          !isExternal &&
          !isDeactivated &&
          (roles.has('product') || (isMember && ENTITLED[deed].includes('members')));
        const refusal = mayWork(worker, deed);
        expect(refusal === undefined).toBe(may);
        const words = refusal ? refusalWords(refusal, null) : 'People who may.';
        expect(words).toMatch(/^(Only|Your|People).*\.$/);
      }),
    );
  });

  test('a supervisor has no say in it', () => {
    const rosa = { user: SlackUserId.parse('U0ROSA'), roles: new Set(['supervisor', 'admin'] as const) };
    for (const deed of DEEDS) {
      const refusal = mayWork({ ...rosa, isMember: false, isExternal: false, isDeactivated: false }, deed);
      expect(refusal).toMatchObject({ reason: 'notEntitled', could: ENTITLED[deed] });
    }
  });
});

describe('A filter', () => {
  test('that was stored by another release, or made up, never fails to be read', () => {
    const values = fc.oneof(
      fc.constant(null),
      fc.anything(),
      typed(300),
      fc.constantFrom('bad', 'FL', 'planned'),
    );
    const stored = fc.record({
      page: values,
      rating: values,
      state: values,
      theme: values,
      status: values,
      text: values,
    });
    fc.assert(
      fc.property(stored, (value) => {
        const filter = FeedbackFilter.parse(value);
        expect(FeedbackFilter.parse(JSON.parse(JSON.stringify(filter)))).toEqual(filter);
      }),
    );
    expect(isEverything(EVERYTHING)).toBe(true);
    expect(isEverything(FeedbackFilter.parse({ rating: 'bad' }))).toBe(false);
  });
});
