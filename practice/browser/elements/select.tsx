import { textOf } from '../../json.ts';
import { usePractice } from '../state/practice.ts';
import { Combobox } from './combobox.tsx';
import { type Choice, chosenIn, offeredBy } from './options.ts';
import type { ElementProps } from './types.ts';
import { useConfirm } from './use-confirm.tsx';
import { useElement } from './use-element.ts';
import { useSuggestions } from './use-suggestions.ts';

/** Every select there is: of options, people, channels or what the app suggests; of one or of several. */
export function Select(props: ElementProps) {
  const { element, block, field } = props;
  const practice = usePractice();
  const { value, choose, pointed } = useElement(props);
  const { asking, whenSure } = useConfirm(element);
  const isMany = String(element.type).startsWith('multi_');
  const isExternal = String(element.type).endsWith('external_select');
  const own = offeredBy(element, practice);
  const { groups, search, note } = useSuggestions(pointed, element, isExternal, own);
  const chosen = chosenIn(element, value, own);
  const most = typeof element.max_selected_items === 'number' ? element.max_selected_items : Infinity;

  const set = (choices: readonly Choice[]): void => {
    const picked = choices.map((choice) => choice.chosen);
    whenSure(() => void choose(isMany ? picked.slice(0, most) : (picked.at(-1) ?? null)));
  };
  return (
    <>
      <Combobox
        field={field}
        label={textOf(element.placeholder) || 'Choose'}
        placeholder={textOf(element.placeholder)}
        isMany={isMany}
        isClearable={isMany || (field !== undefined && block.optional === true)}
        chosen={chosen}
        groups={groups}
        note={note}
        onSearch={search}
        onChange={set}
      />
      {asking}
    </>
  );
}
