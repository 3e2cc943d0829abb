/** Who one is and where one stands. Kept in the address, so that going back and reloading do what one expects. */
export type Way = {
  readonly as: string;
  /** A channel's id, or `home` for the app's Home tab. */
  readonly place: string;
  readonly thread: { readonly channel: string; readonly ts: string } | undefined;
  readonly dock: '' | 'world' | 'inspector';
};

export const START: Way = { as: 'U0MAYA', place: 'home', thread: undefined, dock: '' };

export function readWay(hash: string): Way {
  const query = new URLSearchParams(hash.replace(/^#/, ''));
  const [channel = '', ts = ''] = (query.get('thread') ?? '').split('/');
  const dock = query.get('dock');
  return {
    as: query.get('as') ?? START.as,
    place: query.get('place') ?? START.place,
    thread: channel && ts ? { channel, ts } : undefined,
    dock: dock === 'world' || dock === 'inspector' ? dock : '',
  };
}

export function writeWay({ as, place, thread, dock }: Way): string {
  const query = new URLSearchParams({ as, place });
  if (thread) query.set('thread', `${thread.channel}/${thread.ts}`);
  if (dock) query.set('dock', dock);
  return `#${query.toString()}`;
}
