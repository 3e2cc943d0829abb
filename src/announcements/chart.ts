import type { EChartsOption } from 'echarts';
import type { Curve, Progress } from './progress.ts';

export const CHART_WIDTH = 960;
export const CHART_HEIGHT = 560;
export const FONT = 'DejaVu Sans';

/** Told apart also by those who don't see red and green alike (after Okabe and Ito), then dashed. */
const COLOURS = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#7f6a00',
  '#6a3d9a',
] as const;
const INK = '#1d1c1d';
const PALE = '#616061';

type ChartTexts = {
  readonly title: string;
  /** In which the times of the axis are read. */
  readonly timeZone: string;
  readonly deadline: Date | null;
};

/** How the acknowledgements came in, as a chart: a line for everybody and one for each team. */
export function chartOf({ everybody, teams, leftOut }: Progress, texts: ChartTexts): EChartsOption {
  const lines = [everybody, ...teams];
  return {
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily: FONT, color: INK },
    title: {
      text: shortened(texts.title, 80),
      subtext: subtitle(everybody, leftOut),
      left: 24,
      top: 16,
      textStyle: { fontSize: 18, fontWeight: 'bold', color: INK },
      subtextStyle: { fontSize: 13, color: PALE },
    },
    legend: {
      type: 'plain',
      orient: 'vertical',
      right: 16,
      top: 90,
      formatter: (index: string) => legendText(lines[Number(index)]),
      textStyle: { fontSize: 12 },
    },
    grid: { left: 64, right: 250, top: 96, bottom: 64 },
    xAxis: {
      type: 'time',
      axisLabel: {
        formatter: (at: number) => dayAndTime(at, texts.timeZone),
        hideOverlap: true,
        fontSize: 11,
      },
      name: texts.timeZone,
      nameLocation: 'middle',
      nameGap: 36,
      nameTextStyle: { color: PALE, fontSize: 11 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: 100,
      axisLabel: { formatter: '{value} %', fontSize: 11 },
      splitLine: { lineStyle: { color: '#e8e8e8' } },
    },
    series: lines.map((curve, index) => seriesOf(curve, index, index === 0 ? texts.deadline : null)),
  };
}

function seriesOf({ points }: Curve, index: number, deadline: Date | null) {
  const isEverybody = index === 0;
  const colour = isEverybody ? INK : COLOURS[(index - 1) % COLOURS.length];
  return {
    // Its place, because a team and a topic may have the same name.
    name: `${index}`,
    type: 'line' as const,
    step: 'end' as const,
    symbol: 'none',
    data: points.map((point) => [...point]),
    itemStyle: { color: colour ?? INK },
    lineStyle: {
      width: isEverybody ? 3.5 : 1.8,
      color: colour ?? INK,
      type: index > COLOURS.length ? ('dashed' as const) : ('solid' as const),
    },
    z: isEverybody ? 5 : 2,
    ...(deadline && {
      markLine: {
        symbol: 'none',
        silent: true,
        data: [{ xAxis: deadline.getTime() }],
        lineStyle: { color: '#b00020', type: 'dashed' as const, width: 1.5 },
        label: { formatter: 'deadline', fontSize: 11, color: '#b00020' },
      },
    }),
  };
}

function subtitle({ acknowledged, total }: Curve, leftOut: number): string {
  const all = `${acknowledged} of ${total} have acknowledged it (${percent(acknowledged, total)} %)`;
  const more = leftOut === 1 ? 'one more team is' : `${leftOut} more teams are`;
  return leftOut === 0 ? all : `${all}. Shown: the teams furthest behind; ${more} further along`;
}

function legendText(curve: Curve | undefined): string {
  return curve ? `${shortened(curve.name, 20)}  ${curve.acknowledged} of ${curve.total}` : '';
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}

function shortened(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

function dayAndTime(at: number, timeZone: string): string {
  const words = new Intl.DateTimeFormat('en-US', {
    timeZone,
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(at);
  return words.replace(/, (?=\d+:)/, '\n');
}
