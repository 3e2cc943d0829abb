import type { Room } from '../../face/scene.ts';
import { isJson, type Json, objectsIn, textOf } from '../../json.ts';
import type { Practice } from '../state/practice.ts';

/** One line of a list to choose from. `chosen` is what a form carries for it. */
export type Choice = { readonly key: string; readonly words: string; readonly chosen: unknown };
export type Group = { readonly title: string; readonly choices: readonly Choice[] };

export function choiceOf(option: Json): Choice {
  return { key: String(option.value), words: textOf(option.text), chosen: option };
}

/** What an element offers by itself; external ones ask the app. */
export function offeredBy(element: Json, practice: Practice): readonly Group[] {
  const type = String(element.type);
  if (type.endsWith('users_select')) return [{ title: '', choices: peopleChoices(practice) }];
  if (type.endsWith('conversations_select'))
    return [{ title: '', choices: roomChoices(practice, () => true) }];
  if (type.endsWith('channels_select')) {
    return [
      {
        title: '',
        choices: roomChoices(practice, ({ kind, isPrivate }) => kind === 'channel' && !isPrivate),
      },
    ];
  }
  return groupsIn(element);
}

export function groupsIn(element: Json): readonly Group[] {
  const loose = objectsIn(element.options).map(choiceOf);
  const groups = objectsIn(element.option_groups).map(({ label, options }) => ({
    title: textOf(label),
    choices: objectsIn(options).map(choiceOf),
  }));
  return loose.length > 0 ? [{ title: '', choices: loose }, ...groups] : groups;
}

function peopleChoices({ known }: Practice): Choice[] {
  return (known.people ?? [])
    .filter(({ isBot, hasLeft }) => !isBot && !hasLeft)
    .map(({ id, realName, role }) => ({ key: id, words: `${realName} · ${role}`, chosen: id }));
}

function roomChoices({ known, person }: Practice, fits: (room: Room) => boolean): Choice[] {
  return (known.rooms ?? [])
    .filter((room) => !room.isArchived && fits(room))
    .map(({ id, kind, name, with: other }) => ({
      key: id,
      words: kind === 'im' ? (person(other ?? '')?.realName ?? 'Direct message') : `#${name}`,
      chosen: id,
    }));
}

/** The choices that stand in a field, whatever kind it is. */
export function chosenIn(
  element: Json,
  value: Json | undefined,
  groups: readonly Group[],
): readonly Choice[] {
  const held = Object.entries(value ?? {}).find(([key]) => key.startsWith('selected_'))?.[1];
  const initial = Object.entries(element).find(([key]) => key.startsWith('initial_'))?.[1];
  const all = groups.flatMap(({ choices }) => choices);
  return listOf(held ?? (value ? undefined : initial)).map((each) =>
    isJson(each)
      ? choiceOf(each)
      : (all.find(({ key }) => key === each) ?? { key: String(each), words: String(each), chosen: each }),
  );
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

export function narrowed(groups: readonly Group[], typed: string): readonly Group[] {
  const words = typed.trim().toLowerCase();
  return groups
    .map(({ title, choices }) => ({
      title,
      choices: choices.filter((choice) => choice.words.toLowerCase().includes(words)),
    }))
    .filter(({ choices }) => choices.length > 0);
}
