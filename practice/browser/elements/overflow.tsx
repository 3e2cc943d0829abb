import { objectsIn } from '../../json.ts';
import { optionWords, PlainWords } from '../text/words.tsx';
import { Menu } from './menu.tsx';
import type { ElementProps } from './types.ts';
import { useConfirm } from './use-confirm.tsx';
import { useElement } from './use-element.ts';

export function Overflow(props: ElementProps) {
  const { press } = useElement(props);
  const { asking, whenSure } = useConfirm(props.element);
  const entries = objectsIn(props.element.options).map((option) => ({
    key: String(option.value),
    label: <PlainWords text={optionWords(option)} />,
    onChoose: () => whenSure(() => void press(option)),
  }));
  return (
    <>
      <Menu label="More" entries={entries}>
        <span aria-hidden>⋯</span>
      </Menu>
      {asking}
    </>
  );
}
