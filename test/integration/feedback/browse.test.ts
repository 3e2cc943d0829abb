import { describe, expect, test } from '@jest/globals';
import { ratingsOf, similarTo } from '../../../src/feedback/brief-store.ts';
import { browse, inParts, MOST_COUNTED, pagesLike, trendOf } from '../../../src/feedback/browse-store.ts';
import { decide } from '../../../src/feedback/decide.ts';
import { exportLines } from '../../../src/feedback/export-lines.ts';
import { Page } from '../../../src/feedback/feedback.ts';
import { EVERYTHING, FeedbackFilter, FILTER, FilterId } from '../../../src/feedback/filter.ts';
import { deleteFilter, filtersOf } from '../../../src/feedback/filter-store.ts';
import { readFilter } from '../../../src/feedback/read-filter.ts';
import { themesByComment } from '../../../src/feedback/theme-store.ts';
import { entriesOf } from '../../../src/slack/entries.ts';
import { openWorkRoom, person, said, userId, type WorkRoom, workspaceId } from './work-room.ts';

const DAY = 24 * 3_600_000;
const ago = (room: WorkRoom, days: number): Date => new Date(room.clock.now.getTime() - days * DAY);

const found = async (room: WorkRoom, filter: Partial<FeedbackFilter>, page = 0) => {
  const wanted = { workspaceId, filter: { ...EVERYTHING, ...filter } };
  const { comments, total } = await browse(room.pg.db, wanted, { page, pageSize: 2 });
  return { said: comments.map(({ comment }) => comment), total };
};

describe('Looking through the feedback', () => {
  test('finds by page, rating, state, status, theme and words, and turns pages, the latest first', async () => {
    await using room = await openWorkRoom();
    const [first] = await said(room, [
      { comment: 'Paying bills is slow', page: 'billing', rating: 'bad', state: 'TX', at: ago(room, 3) },
      { comment: 'I pay my bill quickly', page: 'billing', rating: 'good', state: 'FL', at: ago(room, 2) },
      { comment: 'The map is slow', page: 'maps', rating: 'bad', state: 'FL', at: ago(room, 1) },
      { page: 'maps', rating: 'bad', state: 'FL', at: ago(room, 0.5) },
    ]);
    const decision = {
      feedbackId: first.id,
      by: person('quinn'),
      seen: 0,
      owner: null,
      ticket: null,
      themes: [],
    };
    await decide(room.deps, { ...decision, status: 'planned', newThemes: 'speed' });
    const themes = await themesByComment(room.pg.db, workspaceId, [first.id]);

    expect(await found(room, {})).toEqual({ said: [null, 'The map is slow'], total: 4 });
    expect(await found(room, {}, 1)).toEqual({
      said: ['I pay my bill quickly', 'Paying bills is slow'],
      total: 4,
    });
    expect(await found(room, {}, 7)).toEqual({ said: [], total: 4 });
    const page = Page.parse('billing');
    expect((await found(room, { page })).total).toBe(2);
    expect((await found(room, { page, rating: 'bad' })).said).toEqual(['Paying bills is slow']);
    expect((await found(room, { state: 'TX' })).total).toBe(1);
    expect((await found(room, { status: 'planned' })).total).toBe(1);
    expect((await found(room, { theme: themes.get(first.id)?.[0]?.id ?? null })).total).toBe(1);
    const words = async (text: string) => (await found(room, FeedbackFilter.parse({ text }))).total;
    expect(await words('pay bill')).toBe(2);
    expect(await words('slow -map')).toBe(1);
    expect(await words('"map is slow"')).toBe(1);
    expect(await words("'); drop table feedback; -- & | ! <->")).toBe(0);
  });

  test('counts no further than anybody turns pages', async () => {
    await using room = await openWorkRoom();
    await said(
      room,
      Array.from({ length: MOST_COUNTED + 5 }, () => ({})),
    );
    expect((await found(room, {})).total).toBe(MOST_COUNTED + 1);
    const parts: number[] = [];
    for await (const part of inParts(
      room.pg.db,
      { workspaceId, filter: EVERYTHING },
      { from: null, to: null },
    )) {
      parts.push(part.length);
    }
    expect(parts).toEqual([500, 500, 5]);
  });

  test('shows what came in by week, page and rating', async () => {
    await using room = await openWorkRoom();
    await said(room, [
      { page: 'maps', at: ago(room, 0.1) },
      { page: 'maps', at: ago(room, 6.9) },
      { page: 'maps', rating: 'good', at: ago(room, 7.1) },
      { page: 'bills', at: ago(room, 55) },
      { page: 'bills', at: ago(room, 57) },
    ]);
    const trend = await trendOf(room.pg.db, { workspaceId, filter: EVERYTHING }, room.clock.now);
    expect(
      new Set(trend.map(({ page, rating, week, count }) => `${page} ${rating} ${week} ${count}`)),
    ).toEqual(new Set(['maps bad 0 2', 'maps good 1 1', 'bills bad 7 1']));
    const pages = async (typed: string) =>
      await pagesLike(room.pg.db, workspaceId, { typed, since: ago(room, 60), limit: 10 });
    expect(await pages('')).toEqual(['maps', 'bills']);
    expect(await pages('ILL')).toEqual(['bills']);
    expect(await pages('%')).toEqual([]);
  });
});

describe('A brief', () => {
  test('counts the page by rating and state, and finds what says something alike', async () => {
    await using room = await openWorkRoom();
    const [asked] = await said(room, [
      { comment: 'The payment button does nothing on my phone', state: 'TX' },
      { comment: 'On my phone the payment button did nothing', state: 'FL', at: ago(room, 20) },
      { comment: 'Payment buttons do nothing', page: 'elsewhere', at: ago(room, 80) },
      { comment: 'Payment buttons do nothing, too', at: ago(room, 95) },
      { comment: 'Lovely colours', rating: 'good', state: 'FL' },
      { comment: "It's \\ 'odd' & | ! <-> :* ()", rating: 'good', at: ago(room, 40) },
    ]);
    const ratings = await ratingsOf(room.pg.db, workspaceId, { page: asked.page, since: ago(room, 30) });
    expect(ratings.toSorted((one, other) => (one.state < other.state ? -1 : 1) || 0)).toHaveLength(3);
    const similar = async (id = asked.id) =>
      (await similarTo(room.pg.db, workspaceId, { id, since: ago(room, 90), limit: 5 })).map(
        ({ comment }) => comment,
      );
    expect(await similar()).toEqual([
      'On my phone the payment button did nothing',
      'Payment buttons do nothing',
    ]);
    const [odd] = await said(room, [{ comment: "It's \\ 'odd' & | ! <-> :* ()" }]);
    expect(await similar(odd.id)).toEqual(["It's \\ 'odd' & | ! <-> :* ()"]);
    const [silent] = await said(room, [{ comment: null }]);
    expect(await similar(silent.id)).toEqual([]);
  });
});

describe('A saved filter', () => {
  const nobodys = FilterId.parse('01900000-0000-7000-8000-00000000dead');

  const filled = (values: Readonly<Record<string, string>>) =>
    entriesOf({
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          { [name]: { value, selected_option: { value } } },
        ]),
      ),
    });

  test('is kept redacted under its name, is replaced under the same name, and is its owner’s alone', async () => {
    await using room = await openWorkRoom();
    const quinn = userId('quinn');
    await readFilter(
      room.deps,
      filled({ [FILTER.name]: 'Mine', [FILTER.text]: 'call 555-123-4567', [FILTER.rating]: 'bad' }),
      quinn,
    );
    await readFilter(
      room.deps,
      filled({ [FILTER.name]: 'Mine', [FILTER.text]: 'SSN 123-45-6789', [FILTER.state]: 'TX' }),
      quinn,
    );

    const [saved, ...more] = await filtersOf(room.pg.db, { workspaceId, user: quinn });
    expect(more).toEqual([]);
    expect(saved).toMatchObject({ name: 'Mine', filter: { state: 'TX', rating: null } });
    expect(JSON.stringify(saved)).not.toMatch(/555|6789/);
    await deleteFilter(room.pg.db, { workspaceId, user: userId('maya') }, saved?.id ?? nobodys);
    expect(await filtersOf(room.pg.db, { workspaceId, user: quinn })).toHaveLength(1);
    await deleteFilter(room.pg.db, { workspaceId, user: quinn }, saved?.id ?? nobodys);
    expect(await filtersOf(room.pg.db, { workspaceId, user: quinn })).toEqual([]);
  });

  test('is one of as many as Slack shows in a list', async () => {
    await using room = await openWorkRoom();
    const quinn = userId('quinn');
    const save = async (name: string) =>
      (await readFilter(room.deps, filled({ [FILTER.name]: name }), quinn)).kind;
    for (let index = 0; index < 100; index += 1) expect(await save(`Filter ${index}`)).toBe('filter');
    expect(await save('One more')).toBe('tooManySaved');
    expect(await save('Filter 7')).toBe('filter');
  });
});

describe('An export', () => {
  test('is a file that a spreadsheet reads as text, with the token for the member', async () => {
    await using room = await openWorkRoom();
    await said(room, [{ comment: '=HYPERLINK("https://evil.example")\n"two", lines' }, { at: ago(room, 9) }]);
    let text = '';
    let comments = 0;
    const options = { filter: EVERYTHING, from: ago(room, 5), to: null };
    for await (const part of exportLines(room.pg.db, workspaceId, options)) {
      text += part.text;
      comments += part.comments;
    }
    expect(comments).toBe(1);
    expect(text).toMatch(/^id,received_at,submitted_at,rating,page,state,response_id,member,comment/);
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")\n""two"", lines"`);
    expect(text).toMatch(/,M-[2-9A-Z]{6},/);
    expect(text).not.toContain('R123456');
  });
});
