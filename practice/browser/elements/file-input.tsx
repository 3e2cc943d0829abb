import { objectsIn, textIn } from '../../json.ts';
import { usePractice } from '../state/practice.ts';
import { uploadable } from '../talk/uploading.ts';
import type { ElementProps } from './types.ts';
import { useElement } from './use-element.ts';

export function FileInput(props: ElementProps) {
  const { element, field } = props;
  const { value, type } = useElement(props);
  const { deeds, attempt } = usePractice();
  const held = objectsIn(value?.files);
  const most = typeof element.max_files === 'number' ? element.max_files : 10;
  const kinds = Array.isArray(element.filetypes) ? element.filetypes.map((each) => `.${String(each)}`) : [];
  const add = async (files: readonly File[]): Promise<void> => {
    const ids = held.map(({ id }) => String(id));
    for (const file of files) ids.push((await deeds.upload(await uploadable(file))).id);
    type(ids.slice(0, most));
  };
  return (
    <div className="file-input">
      <input
        id={field?.id}
        type="file"
        multiple={most > 1}
        accept={kinds.join(',') || undefined}
        aria-describedby={field?.describedBy || undefined}
        aria-invalid={field?.isWrong || undefined}
        onChange={({ target }) => void attempt(async () => await add([...(target.files ?? [])]))}
      />
      {held.length > 0 && (
        <ul>
          {held.map(({ id, name }) => (
            <li key={String(id)}>
              {textIn(name)}{' '}
              <button
                type="button"
                className="link"
                onClick={() => type(held.flatMap((each) => (each.id === id ? [] : [String(each.id)])))}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
