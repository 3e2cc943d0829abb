/** A JSON object whose shape is Slack's business: payloads, blocks, views. */
export type Json = Record<string, unknown>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectIn(value: unknown): Json {
  return isJson(value) ? value : {};
}

export function objectsIn(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The text of a Slack text object, `{ type: 'plain_text', text }`. */
export function textOf(value: unknown): string {
  return textIn(objectIn(value).text) ?? '';
}

/** A copy without the keys that are undefined, so that it can be stored and compared as JSON. */
export function compact(value: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined));
}
