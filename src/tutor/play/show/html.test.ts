/** The page of --page, as a real browser shows it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium, openTab, type Tab } from '../../../testing/chromium.ts';
import { createCourse, FATES, runCommand, writeFiles } from '../../../testing/miniature.ts';

const PROGRAM = `import { setTimeout as sleep } from 'node:timers/promises';
async function rice(ms: number) {
  await sleep(ms);
  throw new Error('burnt </script><b>');
}
async function stew() {
  await sleep(300);
  console.log('<i>stew</i>');
}
const all = [stew(), rice(100)];
setTimeout(function ring() {}, 200);
await Promise.allSettled(all);
console.log('done');
`;

const chromium = findChromium();
const course = createCourse({ ...FATES, 'katas/01-fates/examples/1-dinner.ts': PROGRAM });
let browser: Awaited<ReturnType<typeof openTab>> | undefined;
let tab: Tab;

beforeAll(async () => {
  // vitest counts what was skipped, and keeps the reason to itself.
  if (!chromium)
    return console.warn('skipped, because there is no Chromium: how the page of play looks');
  const { stdout } = await runCommand(course.root, 'tutor/play', '01/1', '--page');
  expect(stdout).toContain('Open .learn-async/play/1-dinner.html in a browser.');
  browser = await openTab(chromium);
  ({ tab } = browser);
  await tab.send('Page.enable');
  await tab.send('Emulation.setDeviceMetricsOverride', {
    width: 1280,
    height: 900,
    deviceScaleFactor: 1,
    mobile: false,
  });
  await open();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  course.remove();
}, 30_000);

async function open(name = '1-dinner'): Promise<void> {
  const url = pathToFileURL(join(course.root, `.learn-async/play/${name}.html`)).href;
  await tab.send('Page.navigate', { url });
  await tab.evaluate(`new Promise((resolve) => {
    const look = () => document.getElementById('told')?.textContent ? resolve(true) : setTimeout(look, 20);
    look();
  })`);
}

async function press(key: string): Promise<void> {
  await tab.send('Input.dispatchKeyEvent', { type: 'keyDown', key });
  await tab.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
}

const text = (selector: string) =>
  tab.evaluate<string[]>(
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((it) => it.textContent)`,
  );

const told = async () => (await text('#told'))[0];

/** Opens the page of a program. */
async function play(program: string): Promise<void> {
  writeFiles(course.root, { 'other.ts': program });
  await runCommand(course.root, 'tutor/play', 'other.ts', '--page');
  await open('other');
}

test.skipIf(!chromium)('from where plain Node has ended, that is said', async () => {
  await play(`const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
async function burn() { await sleep(50); throw new Error('no'); }
burn();
await sleep(100);
console.log('late');
`);
  const isHidden = () => tab.evaluate("document.getElementById('ended').hidden");
  expect(await isHidden()).toBe(true);
  await press('End');
  expect(await isHidden()).toBe(false);
  expect(await text('#ended')).toEqual([
    'Plain Node has ended at 50 ms, with exit code 1: it runs no more of this.',
  ]);
  expect(await text('#printed div')).toEqual([
    'plain Node has ended: it does not print the rest',
    '100 ms  late',
  ]);
  await press('ArrowUp');
  expect(await told()).toMatch(/· 50 ms · A rejection without a handler: no$/);
  expect(await isHidden()).toBe(false);
  await press('Home');
});

test.skipIf(!chromium)('timers stand below the call that set them', async () => {
  await play(`const sleep = (ms: number) => new Promise<void>((r) => setTimeout(r, ms));
async function both() { await Promise.race([sleep(50), sleep(80)]); }
await both();
async function last() { await sleep(10); }
await last();
`);
  expect((await text('#timeline text')).slice(0, 5)).toEqual([
    '(program)',
    'both()',
    'timer of 50 ms',
    'timer of 80 ms',
    'last()',
  ]);
});

test.skipIf(!chromium)('a program that was stopped has a step, and a row', async () => {
  await play('for (;;);\n');
  expect(await told()).toBe('1 of 1 · 0 ms · (program) is stopped');
  expect(await text('#timeline text')).toContain('(program)');
  expect(await text('#source .here')).toEqual(['for (;;);']);
  await open();
});

test.skipIf(!chromium)('keys, buttons and the slider go from step to step', async () => {
  expect(await told()).toBe('1 of 16 · 0 ms · stew() is called');
  expect(await text('#source .here')).toEqual(['async function stew() {']);
  await press('ArrowRight');
  expect(await told()).toBe('2 of 16 · 0 ms · stew() awaits sleep(300)');
  expect(await text('#source .stands')).toEqual(['  await sleep(300);stew()']);
  await press('ArrowDown');
  expect(await told()).toMatch(/^\d+ of 16 · 100 ms · timer of rice\(100\) fires$/);
  expect(await text('#queues li')).toContain('rice(100)');
  await press('End');
  expect(await told()).toMatch(/^16 of 16 · 300 ms · \(program\) has ended$/);
  expect(await text('#printed .later')).toEqual([]);
  await press('ArrowUp');
  await press('Home');
  expect(await told()).toMatch(/^1 of 16/);
  expect(await text('#printed .later')).toEqual(['300 ms  <i>stew</i>', '300 ms  done']);
  await tab.evaluate("document.getElementById('on').click()");
  expect(await told()).toMatch(/^2 of 16/);
  await tab.evaluate(
    "(() => { const s = document.getElementById('step'); s.value = '4'; s.dispatchEvent(new Event('input')); })()",
  );
  expect(await told()).toMatch(/^5 of 16/);
});

test.skipIf(!chromium)('what a program says is text, and nothing is asked of anybody', async () => {
  await press('End');
  expect(await text('b, i')).toEqual([]);
  expect(await text('#timeline text')).toEqual(
    expect.arrayContaining(['stew()', 'rice(100)', '(program)', 'setTimeout(ring, 200)', '300 ms']),
  );
  expect(await tab.evaluate("performance.getEntriesByType('resource').length")).toBe(0);
});

test.skipIf(!chromium)('it is light or dark, as the reader has it', async () => {
  const grounds: string[] = [];
  for (const value of ['light', 'dark']) {
    await tab.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    });
    grounds.push(await tab.evaluate('getComputedStyle(document.body).backgroundColor'));
  }
  expect(grounds).toEqual(['rgb(255, 255, 255)', 'rgb(13, 17, 23)']);
  // Nor is it wider than the window, nor any part of it.
  const isWide =
    "[document.documentElement, ...document.querySelectorAll('section')].some((it) => it.scrollWidth > it.clientWidth)";
  expect(await tab.evaluate(isWide)).toBe(false);
});
