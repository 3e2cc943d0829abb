/** What Slack's markup says, as a tree: nothing of it is ever put into the page as HTML. */
export type Ink =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'code' | 'pre'; readonly text: string }
  | { readonly kind: 'bold' | 'italic' | 'strike' | 'quote'; readonly inner: readonly Ink[] }
  | { readonly kind: 'user' | 'channel' | 'group'; readonly id: string; readonly label: string }
  | { readonly kind: 'broadcast'; readonly range: string }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string };

const PRE = /```([\s\S]+?)```/g;

export function readMrkdwn(source: string): readonly Ink[] {
  const found: Ink[] = [];
  let read = 0;
  for (const match of source.matchAll(PRE)) {
    found.push(...readLines(source.slice(read, match.index).replace(/\n$/, '')));
    found.push({ kind: 'pre', text: unescape(match[1]?.replace(/^\n|\n$/g, '') ?? '') });
    read = match.index + match[0].length;
    if (source[read] === '\n') read += 1;
  }
  return [...found, ...readLines(source.slice(read))];
}

const QUOTED = /^(?:&gt;|>) ?/;

function readLines(source: string): Ink[] {
  if (source === '') return [];
  const inks: Ink[] = [];
  let quoted: string[] = [];
  const endQuote = (): void => {
    if (quoted.length > 0) inks.push({ kind: 'quote', inner: readLines(quoted.join('\n')) });
    quoted = [];
  };
  for (const line of source.split('\n')) {
    if (QUOTED.test(line)) {
      quoted.push(line.replace(QUOTED, ''));
      continue;
    }
    const follows = quoted.length === 0 && inks.length > 0;
    endQuote();
    if (follows) inks.push({ kind: 'break' });
    inks.push(...readInline(line));
  }
  endQuote();
  return inks;
}

const INLINE =
  /`([^`\n]+)`|<([^<>\n]+)>|(?<![\w*])\*(?! )([^*\n]+?)(?<! )\*(?![\w*])|(?<![\w_])_(?! )([^_\n]+?)(?<! )_(?![\w_])|(?<![\w~])~(?! )([^~\n]+?)(?<! )~(?![\w~])|:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g;

export function readInline(source: string): Ink[] {
  const inks: Ink[] = [];
  let read = 0;
  for (const match of source.matchAll(INLINE)) {
    if (match.index > read) inks.push(plain(source.slice(read, match.index)));
    inks.push(inkOf(match));
    read = match.index + match[0].length;
  }
  if (read < source.length) inks.push(plain(source.slice(read)));
  return inks;
}

function inkOf([whole, code, special, bold, italic, strike, emoji]: RegExpExecArray): Ink {
  if (code !== undefined) return { kind: 'code', text: unescape(code) };
  if (special !== undefined) return readSpecial(special);
  if (bold !== undefined) return { kind: 'bold', inner: readInline(bold) };
  if (italic !== undefined) return { kind: 'italic', inner: readInline(italic) };
  if (strike !== undefined) return { kind: 'strike', inner: readInline(strike) };
  return emoji === undefined ? plain(whole) : { kind: 'emoji', name: emoji };
}

/** What stands between angle brackets: a mention, a date, a link. */
function readSpecial(source: string): Ink {
  const [target, label] = splitOnce(source, '|');
  const [, sign = '', id = ''] = /^([@#]|!subteam\^)([A-Z0-9]+)$/.exec(target) ?? [];
  if (sign === '@') return { kind: 'user', id, label: unescape(label) };
  if (sign === '#') return { kind: 'channel', id, label: unescape(label) };
  if (sign !== '') return { kind: 'group', id, label: unescape(label) };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', range: target.slice(1) };
  if (target.startsWith('!date^')) return readDate(target, label);
  return { kind: 'link', url: unescape(target), label: unescape(label || target) };
}

function readDate(target: string, fallback: string): Ink {
  const [, seconds = '', format = ''] = target.split('^');
  return { kind: 'date', seconds: Number(seconds), format: unescape(format), fallback: unescape(fallback) };
}

function splitOnce(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

function plain(text: string): Ink {
  return { kind: 'text', text: unescape(text) };
}

/** Slack escapes three characters, and nothing else means anything. */
export function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
