import type { Persona } from '../../face/scene.ts';
import { Menu } from '../elements/menu.tsx';
import { usePractice } from '../state/practice.ts';
import { Avatar } from './avatar.tsx';
import { Count } from './sidebar.tsx';

const ORDER = [
  'Care guide',
  'Expert',
  'Supervisor',
  'Product manager',
  'Comms',
  'Compliance',
  'Administrator',
];

/** Who one is. Everybody is a click away, with how much waits for them. */
export function PersonSwitch() {
  const { known, me, go, way } = usePractice();
  const people = (known.people ?? [])
    .filter(({ isBot, hasLeft }) => !isBot && !hasLeft)
    .toSorted((a, b) => rank(a) - rank(b));
  const others = people.filter(({ id, unread }) => id !== me?.id && unread > 0).length;
  const become = (person: Persona): void =>
    go({ as: person.id, thread: undefined, place: way.place.startsWith('D') ? 'home' : way.place });
  return (
    <Menu
      label="Be somebody else"
      saysItself
      className="person-switch"
      entries={people.map((person) => ({
        key: person.id,
        label: (
          <span className={person.id === me?.id ? 'person-line here' : 'person-line'}>
            <Avatar id={person.id} size="small" />
            <span>
              {person.realName} <span className="quiet">{person.role}</span>
            </span>
            <Count of={person.unread} />
          </span>
        ),
        onChoose: () => become(person),
      }))}
    >
      {me && <Avatar id={me.id} size="small" />}
      <span className="person-words">
        <span className="you-are">You are</span> <strong>{me?.realName ?? '…'}</strong>{' '}
        <span className="quiet role">{me?.role}</span>
      </span>
      {others > 0 && (
        <span className="count" title="Others have something new">
          {others}
        </span>
      )}
      <span className="sr-only">. Be somebody else</span>
      <span aria-hidden>▾</span>
    </Menu>
  );
}

function rank({ role }: Persona): number {
  const at = ORDER.indexOf(role);
  return at < 0 ? ORDER.length : at;
}
