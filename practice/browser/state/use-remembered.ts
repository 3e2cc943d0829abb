import { useState } from 'react';

/** Yes or no, remembered for as long as the tab is open. */
export function useRemembered(name: string): readonly [boolean, (yes: boolean) => void] {
  const [is, set] = useState(() => sessionStorage.getItem(name) === 'yes');
  const remember = (yes: boolean): void => {
    sessionStorage.setItem(name, yes ? 'yes' : 'no');
    set(yes);
  };
  return [is, remember];
}
