const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

const part = (options: Intl.DateTimeFormatOptions) => (date: Date) =>
  new Intl.DateTimeFormat('en-US', options).format(date);
const long = part({ dateStyle: 'full' });
const medium = part({ dateStyle: 'long' });
const short = part({ dateStyle: 'medium' });
const numeric = part({ year: 'numeric', month: '2-digit', day: '2-digit' });
const time = part({ hour: 'numeric', minute: '2-digit' });
const timeWithSeconds = part({ hour: 'numeric', minute: '2-digit', second: '2-digit' });

/** A date in the words that its format asks for, as Slack shows it to each person by their own clock. */
export function dateWords(seconds: number, format: string, now: number): string {
  const date = new Date(seconds * 1000);
  const pretty = (otherwise: (date: Date) => string) => nearDay(date, new Date(now)) ?? otherwise(date);
  const words: Readonly<Record<string, () => string>> = {
    date_num: () => numeric(date),
    date: () => medium(date),
    date_short: () => short(date),
    date_long: () => long(date),
    date_pretty: () => pretty(medium),
    date_short_pretty: () => pretty(short),
    date_long_pretty: () => pretty(long),
    time: () => time(date),
    time_secs: () => timeWithSeconds(date),
    ago: () => agoWords(seconds - now / 1000),
  };
  return format.replaceAll(/\{([a-z_]+)\}/g, (whole, name: string) => words[name]?.() ?? whole);
}

function nearDay(date: Date, now: Date): string | undefined {
  const days = Math.round((startOf(date) - startOf(now)) / (DAY * 1000));
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)];
}

function startOf(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function agoWords(ahead: number): string {
  const away = Math.abs(ahead);
  if (away < MINUTE) return ahead > 0 ? 'in a moment' : 'just now';
  const [size, unit] = away < HOUR ? [MINUTE, 'minute'] : away < DAY ? [HOUR, 'hour'] : [DAY, 'day'];
  const count = Math.floor(away / size);
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return ahead > 0 ? `in ${words}` : `${words} ago`;
}

export function clockTime(ts: string): string {
  return time(new Date(Number(ts) * 1000));
}

/** "Today", "Yesterday" or the day itself, above the messages of a day. */
export function dayOf(ts: string, now: number): string {
  const date = new Date(Number(ts) * 1000);
  const near = nearDay(date, new Date(now));
  return near ? near.charAt(0).toUpperCase() + near.slice(1) : long(date);
}
