import { describe, expect, test } from '@jest/globals';
import { WorkspaceId } from '../../../src/shared/ids.ts';
import { personOf } from '../../../src/slack/person.ts';

const ours = WorkspaceId.parse('T0PRACTICE');

describe('Whoever clicked', () => {
  test('is one of ours when Slack says so', () => {
    expect(personOf({ user: { id: 'U0MAYA', team_id: 'T0PRACTICE' } }, ours)).toEqual({
      user: 'U0MAYA',
      isExternal: false,
    });
    expect(personOf({ user_id: 'U0MAYA', team_id: 'T0PRACTICE' }, ours).isExternal).toBe(false);
  });

  test.each([{ team_id: 'T0ACME' }, {}])('counts as external otherwise: %j', (team) => {
    expect(personOf({ user: { id: 'U0PAT', ...team } }, ours).isExternal).toBe(true);
  });

  test('must be somebody', () => {
    expect(() => personOf({ user: { id: '<@U1>' } }, ours)).toThrow('user_id');
  });
});
