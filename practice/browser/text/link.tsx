import type { ReactNode } from 'react';
import { usePractice } from '../state/practice.ts';
import { safeUrl, spotIn } from './links.ts';

/** A message of this workspace is gone to; anything else opens beside the page, if it is safe to follow. */
export function Link({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const { go } = usePractice();
  const spot = spotIn(url);
  if (spot) {
    const { channel, ts, threadTs } = spot;
    const root = threadTs || ts;
    return (
      <button
        type="button"
        className="link"
        onClick={() => go({ place: channel, thread: root ? { channel, ts: root } : undefined })}
      >
        {children}
      </button>
    );
  }
  const safe = safeUrl(url);
  if (!safe) return <span>{children}</span>;
  return (
    <a href={safe} target="_blank" rel="noreferrer noopener">
      {children}
    </a>
  );
}
