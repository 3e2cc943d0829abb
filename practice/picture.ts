import { type Json, objectsIn, textIn, textOf } from './json.ts';
import { type Names, renderBlocks } from './render.ts';

const WIDTH = 760;
const PAD = 24;
const LINE = 22;
const LETTERS = 82;

type Drawn = { readonly svg: string; readonly height: number };

/** A message as an SVG, for pages about the app: its words and buttons, in a plain style of our own. */
export function pictureOf(author: string, blocks: readonly Json[], names: Names): string {
  const parts: Drawn[] = [];
  let y = PAD + 40;
  for (const block of blocks) {
    const drawn = block.type === 'actions' ? buttons(block, y) : paragraph(block, y, names);
    parts.push(drawn);
    y += drawn.height + 10;
  }
  const height = y + PAD - 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="A message of ${escape(author)}">
<style>text{font:15px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;fill:#1d1c1d}.quiet{fill:#616061;font-size:13px}.strong{font-weight:700}.button{font-weight:600;font-size:13px}.main{fill:#fff}</style>
<rect width="${WIDTH}" height="${height}" rx="10" fill="#fff" stroke="#d8d8dc"/>
<rect x="${PAD}" y="${PAD}" width="36" height="36" rx="8" fill="#2f6f62"/><text x="${PAD + 18}" y="${PAD + 24}" text-anchor="middle" class="main strong">CD</text>
<text x="${PAD + 48}" y="${PAD + 15}" class="strong">${escape(author)}</text>
${parts.map(({ svg }) => svg).join('\n')}
</svg>
`;
}

function paragraph(block: Json, y: number, names: Names): Drawn {
  const kind = block.type === 'context' ? 'quiet' : block.type === 'header' ? 'strong' : '';
  const lines = renderBlocks([block], names).flatMap((line) => wrapped(withStrongLabel(block, line)));
  const svg = lines.map((line, index) => textLine(line, y + index * LINE + 14, kind)).join('\n');
  return { svg, height: lines.length * LINE };
}

/** Rich text carries its styles beside the words; of ours, only the label before two spaces is strong. */
function withStrongLabel({ type }: Json, line: string): string {
  return type === 'rich_text' ? line.replace(/^(\S+) {2}/, '*$1* ') : line;
}

/** Words between asterisks are strong, and between backticks set apart, as Slack shows them. */
function textLine(line: string, y: number, kind: string): string {
  const spans = line
    .split(/(\*[^*]+\*)/)
    .map((part) =>
      /^\*[^*]+\*$/.test(part) ? `<tspan class="strong">${escape(part.slice(1, -1))}</tspan>` : escape(part),
    )
    .join('');
  return `<text x="${PAD + 48}" y="${y}"${kind === '' ? '' : ` class="${kind}"`} xml:space="preserve">${spans}</text>`;
}

function buttons(block: Json, y: number): Drawn {
  let x = PAD + 48;
  const drawn = objectsIn(block.elements).map((element) => {
    const label = element.type === 'overflow' ? '···' : textOf(element.text);
    const isMain = textIn(element.style) === 'primary';
    const width = Math.max(40, label.length * 8 + 26);
    const svg = `<rect x="${x}" y="${y}" width="${width}" height="30" rx="5" fill="${isMain ? '#2f6f62' : '#fff'}" stroke="${isMain ? '#2f6f62' : '#c3c3c8'}"/><text x="${x + width / 2}" y="${y + 20}" text-anchor="middle" class="button${isMain ? ' main' : ''}">${escape(label)}</text>`;
    x += width + 10;
    return svg;
  });
  return { svg: drawn.join('\n'), height: 30 };
}

function wrapped(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  // A strong phrase stays on one line, so that its asterisks stay together.
  const whole = line.replaceAll('`', '').replace(/\*[^*]+\*/g, (strong) => strong.replaceAll(' ', '\u00a0'));
  for (const word of whole.split(' ')) {
    if (current !== '' && current.length + word.length + 1 > LETTERS) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current];
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
