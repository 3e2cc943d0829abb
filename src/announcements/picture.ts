import { createRequire } from 'node:module';
import { CHART_HEIGHT, CHART_WIDTH, chartOf, FONT } from './chart.ts';
import type { Progress } from './progress.ts';

const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`),
);
/** Sharp also where a screen shows two points for one. */
const ZOOM = 1.5;

/**
 * The progress of an announcement as a PNG. The libraries are loaded when the first picture is wanted, the fonts come
 * from a package, and the pixels are made on another thread: nobody's click waits for a picture.
 */
export async function pictureOf(progress: Progress, texts: Parameters<typeof chartOf>[1]): Promise<Buffer> {
  const [echarts, { renderAsync }] = await Promise.all([import('echarts'), import('@resvg/resvg-js')]);
  const chart = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: CHART_WIDTH,
    height: CHART_HEIGHT,
  });
  try {
    chart.setOption(chartOf(progress, texts));
    const image = await renderAsync(chart.renderToSVGString(), {
      font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: FONT },
      fitTo: { mode: 'zoom', value: ZOOM },
    });
    return image.asPng();
  } finally {
    chart.dispose();
  }
}
