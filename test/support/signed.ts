import { createHmac } from 'node:crypto';

export type Sent = { readonly status: number; readonly text: string };

export type Sending = {
  readonly secret: string;
  readonly contentType?: string;
  /** In seconds since 1970; this moment, unless told. */
  readonly timestamp?: number;
  /** Sent instead of the right one. */
  readonly signature?: string;
};

/** A request as Slack would sign it, or as somebody would who wishes they could. */
export async function sendSigned(
  url: string,
  body: string,
  { secret, contentType = 'application/json', ...rest }: Sending,
): Promise<Sent> {
  const timestamp = String(rest.timestamp ?? Math.floor(Date.now() / 1000));
  const signature =
    rest.signature ??
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:`).update(body).digest('hex')}`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    },
    body,
  });
  return { status: response.status, text: await response.text() };
}

export const FORM = 'application/x-www-form-urlencoded';

/** An interaction's payload in the form that Slack posts it in. */
export function formOf(payload: unknown): string {
  return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
}
