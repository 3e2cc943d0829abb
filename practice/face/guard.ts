import type { IncomingHttpHeaders } from 'node:http';

type Asked = { readonly method: string; readonly headers: IncomingHttpHeaders; readonly port: number };

/**
 * Why a request is refused, if it is. The workspace listens on loopback only, but a web page of somebody else's runs
 * on this machine too: it may send requests here (forged ones), or give its own name this address (DNS rebinding).
 * Programs send neither Origin nor Sec-Fetch-Site; browsers always do where it matters.
 */
export function refusalOf({ method, headers, port }: Asked): string | undefined {
  const ours = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  if (host === undefined || !ours.includes(host)) return 'The practice workspace answers on loopback only.';
  if (origin !== undefined && origin !== `http://${host}`)
    return 'This page may not use the practice workspace.';
  const isVisit = method === 'GET' && mode === 'navigate';
  if (site === undefined || site === 'same-origin' || site === 'none' || isVisit) return undefined;
  return 'Another page may not use the practice workspace.';
}
