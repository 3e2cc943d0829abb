import { Fragment, useLayoutEffect, useRef } from 'react';
import type { Said } from '../../face/scene.ts';
import { usePractice } from '../state/practice.ts';
import { dayOf } from '../text/dates.ts';
import { Message } from './message.tsx';

type Props = {
  readonly messages: readonly Said[];
  readonly label: string;
  /** Everything after it is new to the person. */
  readonly newSince?: string;
  readonly isInThread?: boolean;
  readonly children?: React.ReactNode;
};

const NEAR_END = 120;
const TOGETHER_S = 300;

/** Messages one under the other, the latest in sight unless somebody has scrolled away. */
export function Messages({ messages, label, newSince, isInThread = false, children }: Props) {
  const { now, way } = usePractice();
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const last = messages.at(-1);
  useLayoutEffect(() => {
    const { current } = box;
    if (current && isAtEnd.current) current.scrollTop = current.scrollHeight;
  }, [messages]);
  const firstNew = newSince ? messages.find(({ ts, user }) => ts > newSince && user !== way.as) : undefined;
  return (
    <div
      ref={box}
      className="messages"
      role="log"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must be able to get there
      tabIndex={0}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_END;
      }}
    >
      {children}
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const day = dayOf(message.ts, now());
        const isNewDay = !isInThread && (!before || dayOf(before.ts, now()) !== day);
        return (
          <Fragment key={`${message.ts} ${message.isNotice}`}>
            {isNewDay && (
              <div className="day-line">
                <span>{day}</span>
              </div>
            )}
            {message === firstNew && message !== messages[0] && <div className="new-line">New</div>}
            <Message
              message={message}
              isInThread={isInThread}
              isContinued={!isNewDay && message !== firstNew && continues(before, message)}
            />
          </Fragment>
        );
      })}
      {!last && <p className="empty">Nothing has been said here yet.</p>}
    </div>
  );
}

function continues(before: Said | undefined, message: Said): boolean {
  return (
    before !== undefined &&
    before.user === message.user &&
    !before.isNotice &&
    !message.isNotice &&
    before.replies === null &&
    !before.subtype.endsWith('_join') &&
    Number(message.ts) - Number(before.ts) < TOGETHER_S
  );
}
