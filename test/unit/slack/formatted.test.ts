import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatted } from '../../../src/slack/formatted.ts';
import { typed } from '../../support/view-samples.ts';

describe('A text with Slack’s formatting', () => {
  test('keeps bold, lists and links, with their words', () => {
    expect(formatted('*Now*\n• <https://a.example/x?y=1&z=2|the rules>', 1_000)).toEqual([
      '*Now*\n• <https://a.example/x?y=1&amp;z=2|the rules>',
    ]);
  });

  test('makes a bare address a link', () => {
    expect(formatted('See https://a.example/x.', 1_000)).toEqual(['See <https://a.example/x.>']);
  });

  test.each([
    '<!channel>',
    '<!here|here>',
    '<@U0MAYA>',
    '<#C0GENERAL>',
    '<!subteam^S0COMMS>',
    '<javascript:x|y>',
  ])('shows %s and does nothing with it', (mention) => {
    const [text = ''] = formatted(mention, 1_000);

    expect(text).not.toContain('<');
  });

  test('goes on in a next section where one is full, and at the end of a line if it can', () => {
    const lines = Array.from({ length: 80 }, (_, index) => `Line ${index} ${'x'.repeat(50)}`);
    const sections = formatted(lines.join('\n'), 100_000);

    expect(sections.length).toBeGreaterThan(1);
    expect(sections.join('\n')).toBe(lines.join('\n'));
  });

  test('of whatever is typed, keeps within its bounds, and links to nothing but addresses of the web', () => {
    fc.assert(
      fc.property(typed(3_000), fc.integer({ min: 10, max: 9_000 }), (text, most) => {
        const sections = formatted(text, most);

        expect(sections.every((each) => each.length > 0 && each.length <= 3_000)).toBe(true);
        expect(Buffer.byteLength(sections.join(''))).toBeLessThanOrEqual(most + 3);
        expect(sections.join('').replaceAll(/<https?:\/\/[^<>|\s]+(\|[^<>|]+)?>/g, '')).not.toMatch(/[<>]/);
      }),
    );
  });
});
