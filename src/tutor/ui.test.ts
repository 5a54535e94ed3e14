/** The report page of `npm run ui`, as a real browser shows it. */
import type { ChildProcess } from 'node:child_process';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, openTab, type Tab } from '../testing/chromium.ts';
import {
  createCourse,
  FAILING,
  PLAIN,
  specOf,
  startCommandIn,
  THREADS,
} from '../testing/miniature.ts';

const TWICE = `import { expect, observe, test } from '#lab';
import { run } from './2-twice.ts';
const scene = (name, takes) =>
  observe(({ job, log }) => { log('begun'); return run(job(name, takes)); }, { plan: { [name]: [0, takes] } });
test('is done in time', async () => {
  expect(await scene('a', 10)).toTake(10);
});
test('is done in time again', async () => {
  expect(await scene('a', 10)).toTake(10);
  expect(await scene('b', 20)).toTake(20);
});
`;
// Takes b twice.
const TAKES_TWICE = `export async function run(work) {
  const result = await work();
  return result === 'B' ? work() : result;
}
`;

const chromium = findChromium();
const NO_BROWSER =
  'skipped, because there is no Chromium on the PATH (CHROMIUM may say where one is): how the report page looks is not tested';
const course = createCourse({
  'katas/01-page/1-both.spec.ts': specOf('1-both'),
  'katas/01-page/1-both.ts': FAILING,
  'katas/01-page/2-twice.spec.ts': TWICE,
  'katas/01-page/2-twice.ts': TAKES_TWICE,
  'katas/02-threads/1-count.spec.ts': THREADS.spec,
  'katas/02-threads/1-count.ts': THREADS.wrong,
});
let ui: ChildProcess | undefined;
let browser: Awaited<ReturnType<typeof openTab>> | undefined;
let page = '';

beforeAll(async () => {
  // vitest counts what was skipped, and keeps the reason to itself.
  if (!chromium) return console.warn(NO_BROWSER);
  // Nobody wants to see the page in the browser of the desktop.
  ui = startCommandIn({ ...PLAIN, BROWSER: 'none' }, course.root, 'tutor/test', '--ui');
  page = await addressPrinted(ui);
  browser = await openTab(chromium);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  if (ui) {
    ui.kill();
    if (ui.exitCode === null) await new Promise((resolve) => ui?.once('close', resolve));
  }
  course.remove();
}, 30_000);

function addressPrinted({ stdout }: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    stdout?.on('data', (text) => {
      printed += text;
      const address = /page\s+(http\S+)\s/.exec(printed)?.[1];
      if (address) resolve(address);
    });
    stdout?.once('end', () => reject(new Error(`no page, but:\n${printed}`)));
  });
}

interface Written {
  readonly words: string;
  /** Its colour, and what of it is really there, as the least distance of any pixel to it. */
  readonly ink: readonly number[];
  readonly off: number;
  /** The colour that most pixels around the words have. */
  readonly ground: readonly number[];
}

/** What is shown of a test: each timeline with its words, in the colours that are on the screen. */
async function timelinesOf(title: string, scheme: 'light' | 'dark'): Promise<Written[][]> {
  const { tab } = browser as { tab: Tab };
  const { send, evaluate } = tab;
  const features = [{ name: 'prefers-color-scheme', value: scheme }];
  await send('Emulation.setEmulatedMedia', { features });
  const size = { width: 1400, height: 1300, deviceScaleFactor: 3, mobile: false };
  await send('Emulation.setDeviceMetricsOverride', size);
  // The address differs only behind its #: that alone would not load it anew.
  await send('Page.navigate', { url: 'about:blank' });
  await send('Page.navigate', { url: page });
  const shown = await evaluate<number>(`(${showTest})(${JSON.stringify(title)})`);
  const timelines: Written[][] = [];
  for (let i = 0; i < shown; i++) {
    const screenshot = await photograph(tab, i);
    timelines.push(await evaluate<Written[]>(`(${readTimeline})(${i}, '${screenshot}')`));
  }
  return timelines;
}

/** A PNG of a timeline, in base64; the page may still be moving things about. */
async function photograph(tab: Tab, i: number): Promise<string> {
  const place = () => tab.evaluate<object>(`(${placeOf})(${i})`);
  for (;;) {
    const clip = await place();
    const { data } = await tab.send('Page.captureScreenshot', { clip: { ...clip, scale: 1 } });
    if (isDeepStrictEqual(clip, await place())) return data as string;
  }
}

const IMAGES = `[...document.querySelectorAll('[role=note] img')]`;

/** In the page: goes to a test, and counts its timelines. */
const showTest = `async (title) => {
  const until = async (find) => {
    for (let i = 0; i < 400; i++) {
      const found = find();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('never shown: ' + find + '\\n' + document.body?.innerText);
  };
  const items = () => [...document.querySelectorAll('[data-testid="explorer-item"]')];
  const item = await until(() => items().find((one) => one.getAttribute('aria-label') === title));
  item.click();
  const images = await until(() => {
    const all = ${IMAGES};
    return all.length > 0 && all.every((image) => image.complete) && all;
  });
  return images.length;
}`;

/** In the page: where a timeline is. */
const placeOf = `(i) => {
  const { x, y, width, height } = ${IMAGES}[i].getBoundingClientRect();
  return { x, y, width, height };
}`;

/** In the page: the words of a timeline, and the colours of a screenshot of it. */
const readTimeline = `async (i, png) => {
  const image = ${IMAGES}[i];
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = decodeURIComponent(image.src.slice(image.src.indexOf(',') + 1));
  const svg = root.querySelector('svg');
  const frame = svg.getBoundingClientRect();
  const screenshot = new Image();
  screenshot.src = 'data:image/png;base64,' + png;
  await screenshot.decode();
  const canvas = new OffscreenCanvas(screenshot.width, screenshot.height);
  const context = canvas.getContext('2d');
  context.drawImage(screenshot, 0, 0);
  const scale = screenshot.width / frame.width;
  const written = [...svg.querySelectorAll('text')].map((text) => {
    const box = text.getBoundingClientRect();
    const [x, y] = [box.x - frame.x, box.y - frame.y].map((at) => Math.round(at * scale));
    const [width, height] = [box.width, box.height].map((size) => Math.round(size * scale));
    const { data } = context.getImageData(x, y, width, height);
    const ink = getComputedStyle(text).fill.match(/\\d+/g).map(Number);
    const counts = new Map();
    let off = Infinity;
    for (let at = 0; at < data.length; at += 4) {
      const pixel = [...data.slice(at, at + 3)];
      counts.set(pixel.join(), (counts.get(pixel.join()) ?? 0) + 1);
      off = Math.min(off, Math.max(...pixel.map((part, c) => Math.abs(part - ink[c]))));
    }
    const [ground] = [...counts].sort(([, a], [, b]) => b - a)[0];
    return { words: text.textContent, ink, off, ground: ground.split(',').map(Number) };
  });
  host.remove();
  return written;
}`;

/** Relative luminance, as WCAG has it: 0 is black, 1 is white. */
function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

const words = (timeline: Written[] | undefined) => timeline?.map((text) => text.words).join(' | ');

test.for(['light', 'dark'] as const)(
  'each test shows what ran, and what was to be reached, to be read on a %s page',
  { timeout: 120_000 },
  async (scheme, { skip }) => {
    if (!browser) return skip(NO_BROWSER);
    const failing = await timelinesOf('runs both at the same time', scheme);
    expect(failing.map(words)).toEqual([
      'yours | a | b | 0 | 30 | 40 ms | to reach | a | b | 0 | 10 | 30 ms',
    ]);
    const passing = await timelinesOf('is done in time', scheme);
    expect(passing.map(words)).toEqual([
      'yours | a | ▴ begun | 0 | 10 ms | to reach: the same | a | 0 | 10 ms',
    ]);
    // Of two runs, the first is shown before anybody knows which one fails.
    const again = await timelinesOf('is done in time again', scheme);
    expect(again.map(words)).toEqual([
      'yours | a | ▴ begun | 0 | 10 ms | to reach: the same | a | 0 | 10 ms',
      'yours | b | ▴ begun | 0 | 20 | 40 ms | to reach | b | 0 | 20 ms',
    ]);
    const threads = await timelinesOf('loses none', scheme);
    expect(threads.map(words)).toEqual([
      'the interleaving of the failure |         A                         B              count |                                                  0 |      1  read count: 0                            0 |      2                            read count: 0  0 |      3                            write count 1  1 |      4  write count 1                            1',
    ]);
    for (const { words, ink, off, ground } of [failing, passing, again, threads].flat(2)) {
      // What is computed is what is seen.
      expect({ words, off: off < 12 }).toEqual({ words, off: true });
      expect({ words, contrast: contrast(ink, ground) >= 4.5 }).toEqual({ words, contrast: true });
      expect(luminance(ground) > 0.5 ? 'light' : 'dark').toBe(scheme);
    }
  },
);
