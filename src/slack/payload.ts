import { z } from 'zod';

/** What Slack sends, before anybody looks inside: enough to know what to do with it. */
export type Incoming =
  | { readonly kind: 'event'; readonly eventId: string; readonly body: Envelope }
  | { readonly kind: 'rate-limited'; readonly minute: number }
  | { readonly kind: 'challenge'; readonly challenge: string }
  | { readonly kind: 'certificate-check' }
  | { readonly kind: InteractionKind; readonly body: Envelope };

export type InteractionKind =
  | 'shortcut'
  | 'command'
  | 'click'
  | 'submission'
  | 'closing'
  | 'options'
  | 'other';
export type Envelope = Readonly<Record<string, unknown>>;

const Json = z.record(z.string(), z.unknown());
/** Slack's ids of events; anything else could not have come from Slack and may not fit the database (`\u0000`). */
const EventId = z.string().regex(/^[A-Za-z0-9._-]{1,100}$/);

/** `undefined` for a body that isn't what Slack sends. */
export function parseIncoming(contentType: string, raw: string): Incoming | undefined {
  const mime = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (mime === 'application/json') return parseJson(raw, recognise);
  if (mime !== 'application/x-www-form-urlencoded') return undefined;
  const form = new URLSearchParams(raw);
  const payload = form.get('payload');
  if (payload !== null) return parseJson(payload, recognise);
  if (form.get('ssl_check') === '1') return { kind: 'certificate-check' };
  return form.has('command') ? { kind: 'command', body: Object.fromEntries(form) } : undefined;
}

function parseJson(text: string, then: (body: Envelope) => Incoming | undefined): Incoming | undefined {
  try {
    const body = Json.safeParse(JSON.parse(text));
    return body.success ? then(body.data) : undefined;
  } catch {
    // The error of JSON.parse quotes its input, so it goes no further.
    return undefined;
  }
}

const KINDS: Readonly<Record<string, InteractionKind>> = {
  shortcut: 'shortcut',
  message_action: 'shortcut',
  block_actions: 'click',
  view_submission: 'submission',
  view_closed: 'closing',
  block_suggestion: 'options',
};

/** The same over HTTP and Socket Mode, which hands over the parsed body. */
export function recognise(body: Envelope): Incoming | undefined {
  const { type } = body;
  if (type === 'url_verification' && typeof body['challenge'] === 'string') {
    return { kind: 'challenge', challenge: body['challenge'] };
  }
  if (type === 'app_rate_limited')
    return { kind: 'rate-limited', minute: Number(body['minute_rate_limited']) || 0 };
  if (type === 'event_callback') {
    const eventId = EventId.safeParse(body['event_id']);
    const event = Json.safeParse(body['event']);
    return eventId.success && event.success ? { kind: 'event', eventId: eventId.data, body } : undefined;
  }
  if (typeof body['command'] === 'string') return { kind: 'command', body };
  if (typeof type !== 'string') return undefined;
  return { kind: Object.hasOwn(KINDS, type) ? (KINDS[type] ?? 'other') : 'other', body };
}
