import type { Said } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { Emoji } from '../text/emoji.tsx';

export function Reactions({ message }: { readonly message: Said }) {
  const { way, deeds, attempt, person } = usePractice();
  if (message.reactions.length === 0) return null;
  return (
    <div className="reactions">
      {message.reactions.map(({ name, users }) => {
        const isMine = users.includes(way.as);
        const who = users.map((id) => person(id)?.realName ?? id).join(', ');
        const turn = isMine ? deeds.unreact : deeds.react;
        return (
          <button
            key={name}
            type="button"
            className={isMine ? 'reaction mine' : 'reaction'}
            aria-pressed={isMine}
            aria-label={`${name.replaceAll('_', ' ')}, ${users.length}: ${who}`}
            title={who}
            onClick={() => void attempt(async () => await turn(message, name))}
          >
            <Emoji name={name} /> {users.length}
          </button>
        );
      })}
    </div>
  );
}
