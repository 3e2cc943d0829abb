import { ForeignHost } from './clients.ts';

/** Sends the bytes of a file to the address that Slack gave for it. */
export type Upload = (address: string, bytes: Buffer) => Promise<void>;

export class UploadRefused extends Error {
  readonly code: string;

  constructor(status: number) {
    super('Slack did not take the bytes of a file');
    this.code = `upload_${status}`;
  }
}

const SLACK = 'https://files.slack.com';
const PATIENCE_MS = 30_000;

/** No token goes along: the address alone says whose file it is, and only Slack's own hosts get the bytes. */
export function createUpload(apiUrl: string, inner: typeof fetch = fetch): Upload {
  const api = new URL(apiUrl);
  return async (address, bytes) => {
    const url = new URL(address);
    if (url.origin !== SLACK && url.origin !== api.origin) throw new ForeignHost();
    const response = await inner(address, {
      method: 'POST',
      body: new Uint8Array(bytes),
      headers: { 'content-type': 'application/octet-stream' },
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new UploadRefused(response.status);
  };
}
