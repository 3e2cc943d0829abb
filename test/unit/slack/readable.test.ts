import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readable } from '../../../src/slack/readable.ts';

test.each([
  ['a &lt;b&gt; &amp;amp; c', 'a <b> &amp; c'],
  ['<@U0MAYA> and <@U0ROSA|rosa>', '@colleague and @rosa'],
  ['<#C0CARE|care-keystone>, <!here>, <!subteam^S1|@supervisors>', '#care-keystone, @here, @supervisors'],
  ['<https://x.example/a|the page>', 'the page (https://x.example/a)'],
  ['<https://x.example>', 'https://x.example'],
])('%s reads as its reader saw it', (written, read) => {
  expect(readable(written)).toBe(read);
});

test('any text can be read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(typeof readable(text)).toBe('string');
    }),
  );
});
