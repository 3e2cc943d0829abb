import { createHmac } from 'node:crypto';

/** The headers with which Slack sends an interaction, or an event as JSON. */
export function signed(
  secret: string,
  body: string,
  contentType = 'application/x-www-form-urlencoded',
): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}
