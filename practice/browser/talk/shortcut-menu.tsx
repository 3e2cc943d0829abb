import { Menu } from '../elements/menu.tsx';
import { usePractice } from '../state/practice.ts';

/** The app's global shortcuts. */
export function ShortcutMenu() {
  const { offers, deeds, attempt, me } = usePractice();
  if (me?.isStranger) return null;
  const entries = offers.shortcuts
    .filter(({ kind }) => kind === 'global')
    .map(({ id, name, description }) => ({
      key: id,
      label: (
        <>
          {name} <span className="quiet">{description}</span>
        </>
      ),
      onChoose: () => void attempt(async () => await deeds.shortcut(id)),
    }));
  return (
    <Menu label="Shortcuts" entries={entries} className="plain">
      <span aria-hidden>⚡</span>
    </Menu>
  );
}
