import { useState } from 'react';
import { objectIn, textIn } from '../../json.ts';
import { usePractice } from '../state/practice.ts';
import { safeUrl, spotIn } from '../text/links.ts';
import { Words } from '../text/words.tsx';
import type { ElementProps } from './types.ts';
import { useConfirm } from './use-confirm.tsx';
import { useElement } from './use-element.ts';

export function Button(props: ElementProps) {
  const { element } = props;
  const { press } = useElement(props);
  const { go } = usePractice();
  const { asking, whenSure } = useConfirm(element);
  const [isBusy, setBusy] = useState(false);
  const style = textIn(element.style) ?? '';
  const url = textIn(element.url);
  const act = async (): Promise<void> => {
    setBusy(true);
    if (url !== undefined) follow(url, go);
    await press();
    setBusy(false);
  };
  return (
    <>
      <button
        type="button"
        className={`button ${style}`}
        aria-label={textIn(element.accessibility_label)}
        aria-busy={isBusy}
        onClick={() => whenSure(() => void act())}
      >
        <Words of={element.text} />
      </button>
      {asking}
    </>
  );
}

function follow(url: string, go: ReturnType<typeof usePractice>['go']): void {
  const spot = spotIn(url);
  if (spot) {
    const ts = spot.threadTs || spot.ts;
    go({ place: spot.channel, thread: ts ? { channel: spot.channel, ts } : undefined });
  } else if (safeUrl(url)) {
    open(url, '_blank', 'noopener,noreferrer');
  }
}

export function FeedbackButtons(props: ElementProps) {
  const { press } = useElement(props);
  return ['positive_button', 'negative_button'].map((name) => {
    const { text, value, accessibility_label: label } = objectIn(props.element[name]);
    return (
      <button
        key={name}
        type="button"
        className="button"
        aria-label={textIn(label)}
        onClick={() => void press(value)}
      >
        <Words of={text} />
      </button>
    );
  });
}
