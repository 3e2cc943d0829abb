/** The emoji that the app writes and people use most, by Slack's names. Others stand as their names. */
const SIGNS: Readonly<Record<string, string>> = {
  '+1': '👍', thumbsup: '👍', '-1': '👎', eyes: '👀', white_check_mark: '✅', heavy_check_mark: '✔️', pray: '🙏',
  tada: '🎉', heart: '❤️', raised_hands: '🙌', raising_hand: '🙋', clap: '👏', wave: '👋', thinking_face: '🤔',
  smile: '😄', slightly_smiling_face: '🙂', grinning: '😀', joy: '😂', neutral_face: '😐', slightly_frowning_face: '🙁',
  disappointed: '😞', worried: '😟', rotating_light: '🚨', telephone_receiver: '📞', phone: '☎️', bell: '🔔',
  no_bell: '🔕', lock: '🔒', unlock: '🔓', key: '🔑', link: '🔗', memo: '📝', pencil: '📝', clipboard: '📋',
  hourglass: '⌛', hourglass_flowing_sand: '⏳', alarm_clock: '⏰', stopwatch: '⏱️', clock1: '🕐', calendar: '📅',
  date: '📅', mega: '📣', loudspeaker: '📢', speech_balloon: '💬', question: '❓', grey_question: '❔',
  exclamation: '❗', warning: '⚠️', no_entry: '⛔', no_entry_sign: '🚫', x: '❌', heavy_plus_sign: '➕',
  arrow_right: '➡️', arrow_left: '⬅️', arrow_up: '⬆️', arrow_down: '⬇️', arrow_heading_up: '⤴️',
  arrows_counterclockwise: '🔄', repeat: '🔁', recycle: '♻️', bulb: '💡', mag: '🔍', mag_right: '🔎', fire: '🔥',
  sparkles: '✨', star: '⭐', star2: '🌟', rocket: '🚀', hammer_and_wrench: '🛠️', wrench: '🔧', gear: '⚙️',
  bug: '🐛', bar_chart: '📊', chart_with_upwards_trend: '📈', package: '📦', inbox_tray: '📥', outbox_tray: '📤',
  email: '✉️', envelope: '✉️', globe_with_meridians: '🌐', desktop_computer: '🖥️', computer: '💻',
  palm_tree: '🌴', house: '🏠', hospital: '🏥', pill: '💊', shield: '🛡️', handshake: '🤝', busts_in_silhouette: '👥',
  bust_in_silhouette: '👤', robot_face: '🤖', red_circle: '🔴', large_red_square: '🟥', large_yellow_circle: '🟡',
  large_orange_circle: '🟠', large_green_circle: '🟢', large_blue_circle: '🔵', white_circle: '⚪', black_circle: '⚫',
  green_heart: '💚', blue_heart: '💙', yellow_heart: '💛', purple_heart: '💜', '100': '💯', pushpin: '📌',
  point_right: '👉', point_left: '👈', point_up: '☝️', ok_hand: '👌', muscle: '💪', coffee: '☕', sos: '🆘',
  information_source: 'ℹ️', zap: '⚡', dart: '🎯', label: '🏷️', paperclip: '📎', file_folder: '📁', books: '📚',
  new: '🆕', hash: '#️⃣', one: '1️⃣', two: '2️⃣', three: '3️⃣', end: '🔚', back: '🔙', soon: '🔜', top: '🔝',
};

/** Offered first where one reacts. */
export const FAVOURITES = [
  '+1', 'eyes', 'white_check_mark', 'pray', 'tada', 'heart', 'raised_hands', 'clap', 'thinking_face', 'bulb',
  'mega', 'rocket', 'fire', '100', 'x', 'question',
];

export function emojiSign(name: string): string | undefined {
  return SIGNS[name.replace(/::skin-tone-\d$/, '')];
}

export function emojiNames(): readonly string[] {
  return Object.keys(SIGNS);
}
