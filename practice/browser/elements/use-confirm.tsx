import { type ReactNode, useState } from 'react';
import { isJson, type Json } from '../../json.ts';
import { Confirm } from './confirm.tsx';

/** Asks first, where the app wants that. */
export function useConfirm({ confirm }: Json): {
  readonly asking: ReactNode;
  readonly whenSure: (deed: () => void) => void;
} {
  const [deed, setDeed] = useState<(() => void) | undefined>();
  const dialog = isJson(confirm) ? confirm : undefined;
  const end = (): void => setDeed(undefined);
  return {
    asking: deed && dialog && (
      <Confirm
        dialog={dialog}
        onNo={end}
        onYes={() => {
          end();
          deed();
        }}
      />
    ),
    whenSure: (wanted) => (dialog ? setDeed(() => wanted) : wanted()),
  };
}
