import { useId } from 'react';
import { type Json, objectIn, objectsIn } from '../../json.ts';
import { Words } from '../text/words.tsx';
import type { ElementProps } from './types.ts';
import { useElement } from './use-element.ts';

export function Checkboxes(props: ElementProps) {
  const { value, choose } = useElement(props);
  const chosen = objectsIn(value?.selected_options ?? props.element.initial_options);
  const isOn = (option: Json): boolean => chosen.some((each) => each.value === option.value);
  const turn = (option: Json): void => {
    const rest = chosen.filter((each) => each.value !== option.value);
    void choose(isOn(option) ? rest : [...rest, option]);
  };
  return (
    <div className="choices">
      {objectsIn(props.element.options).map((option) => (
        <label key={String(option.value)}>
          <input type="checkbox" checked={isOn(option)} onChange={() => turn(option)} />
          <Choice option={option} />
        </label>
      ))}
    </div>
  );
}

export function Radios(props: ElementProps) {
  const name = useId();
  const { value, choose } = useElement(props);
  const chosen = objectIn(value?.selected_option ?? props.element.initial_option).value;
  return (
    <div className="choices">
      {objectsIn(props.element.options).map((option) => (
        <label key={String(option.value)}>
          <input
            type="radio"
            name={name}
            checked={option.value === chosen}
            onChange={() => void choose(option)}
          />
          <Choice option={option} />
        </label>
      ))}
    </div>
  );
}

function Choice({ option }: { readonly option: Json }) {
  return (
    <span>
      <Words of={option.text} />
      {option.description !== undefined && (
        <span className="quiet described">
          <Words of={option.description} />
        </span>
      )}
    </span>
  );
}
