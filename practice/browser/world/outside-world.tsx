import { world } from '../state/deeds.ts';
import { usePractice } from '../state/practice.ts';
import { ClockPart } from './clock-part.tsx';
import { FeedbackPart } from './feedback-part.tsx';
import { ResetPart } from './reset-part.tsx';
import { SlackPart } from './slack-part.tsx';
import { WorldPart } from './world-part.tsx';

export function OutsideWorld() {
  const { known } = usePractice();
  const { outside } = known;
  if (!outside) return null;
  return (
    <>
      {outside.busy !== '' && <output className="busy">{outside.busy}</output>}
      {outside.canSendFeedback && <FeedbackPart />}
      <DatabasePart state={outside.database} />
      <SlackPart />
      {outside.ahead !== null && <ClockPart ahead={outside.ahead} />}
      <DayPart isPlaying={outside.day?.state === 'playing'} />
      <ResetPart canReset={outside.canReset} />
    </>
  );
}

function DatabasePart({ state }: { readonly state: 'on' | 'off' | 'fixed' }) {
  const { attempt } = usePractice();
  if (state === 'fixed') {
    return (
      <WorldPart title="The database">
        <p>It is not ours to stop: practice mode was started on a database of yours.</p>
      </WorldPart>
    );
  }
  const isOn = state === 'on';
  return (
    <WorldPart title="The database">
      <p>
        {isOn
          ? 'It runs. Stop it, and whoever asks or clicks is told, and keeps what they typed.'
          : 'It is stopped. Nothing is lost meanwhile: what Slack sends is sent again, forms stay open.'}
      </p>
      <button
        type="button"
        className={isOn ? 'button danger' : 'button primary'}
        onClick={() => void attempt(async () => await world.database(!isOn))}
      >
        {isOn ? 'Stop the database' : 'Start the database'}
      </button>
    </WorldPart>
  );
}

function DayPart({ isPlaying }: { readonly isPlaying: boolean }) {
  const { attempt } = usePractice();
  return (
    <WorldPart title="A day at the desk">
      <p>
        Maya, Jordan, Priya, Rosa and Lee ask and answer by themselves; captions say what happens. About five
        minutes.
      </p>
      <button
        type="button"
        className="button"
        onClick={() => void attempt(async () => await world.day(!isPlaying))}
      >
        {isPlaying ? 'End it' : 'Play the day'}
      </button>
    </WorldPart>
  );
}
