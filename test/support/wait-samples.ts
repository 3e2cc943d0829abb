import fc from 'fast-check';
import type { ClockFacts } from '../../src/questions/clock-words.ts';
import type { LiveFacts } from '../../src/questions/live-views.ts';
import { ChannelId, UserGroupId } from '../../src/shared/ids.ts';
import { typed } from './view-samples.ts';

const BASE = 1_760_000_000_000;
const moment = fc.integer({ min: 0, max: 1_000_000_000 }).map((offset) => new Date(BASE + offset));
const group = fc.constantFrom('S0CLAIMS', 'S0SUPERVISORS').map((id) => UserGroupId.parse(id));
const channel = fc.constantFrom('C0CLAIMS', 'C0KEYSTONE').map((id) => ChannelId.parse(id));

const next = fc.oneof(
  fc.record({ deed: fc.constantFrom('ping' as const, 'remind' as const, 'breach' as const), at: moment }),
  fc.record({ deed: fc.constantFrom('escalate' as const, 'call' as const), at: moment, to: typed(300) }),
);

export const clockArbitrary: fc.Arbitrary<ClockFacts> = fc.record({
  kind: fc.constantFrom('claim', 'answer'),
  startedAt: moment,
  dueAt: moment,
  next: fc.option(next),
});

export const liveArbitrary: fc.Arbitrary<LiveFacts> = fc.record({
  onDuty: fc.option(group),
  calls: fc.array(fc.record({ channel, who: typed(300), groupId: fc.option(group), at: moment }), {
    maxLength: 3,
  }),
});

/** What a question that waits shows beside itself. */
export const waitArbitrary = fc.record({ clock: fc.option(clockArbitrary), live: liveArbitrary });
