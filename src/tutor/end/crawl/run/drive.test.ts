import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { Judge } from '../web/judge.ts';
import { reachOf } from '../web/reach.ts';
import { createSite } from '../web/site.ts';
import { drive } from './drive.ts';

const TELL = `import { parentPort } from 'node:worker_threads';
const loaded = (url) => parentPort.postMessage({ kind: 'loaded', loaded: { url, outcome: '200' }, state: '[]' });
`;

/** A thread that does this, in the place of a crawl. */
function running(code: string, patience = 5000) {
  const folder = mkdtempSync(join(tmpdir(), 'learn-async-'));
  onTestFinished(() => rmSync(folder, { recursive: true, maxRetries: 5 }));
  const module = join(folder, 'crawl.mjs');
  writeFileSync(module, TELL + code);
  const site = createSite(1, 12);
  const limits = { n: 1, maxDepth: 4, delay: 1, timeout: 100, pause: 1, grace: 1 };
  const judge = new Judge(site, reachOf(site), limits);
  const printed: string[] = [];
  const { driven, stop } = drive({
    module,
    order: { addresses: {}, start: [], limits, every: undefined },
    judge,
    size: 12,
    patience,
    onLoaded: () => {},
    onDraw: () => {},
    onPrint: (text) => printed.push(text),
  });
  return { driven, stop, judge, printed };
}

test('what it has loaded is known, however it ends', async () => {
  const { driven, printed } = running(
    `loaded('a'); console.log('hello'); throw new Error('boom');`,
  );
  const { end, loaded, state } = await driven;
  expect(end).toMatchObject({ failed: { message: 'boom' } });
  expect({ loaded, state }).toEqual({ loaded: [{ url: 'a', outcome: '200' }], state: '[]' });
  expect(printed.join('')).toBe('hello\n');
});

test('a thread in which nothing can happen any more has ended', async () => {
  const { end } = await running('await new Promise(() => {});').driven;
  expect(end).toEqual({ given: expect.stringContaining('Nothing is left that could go on') });
});

test('a loop without an end is given up', async () => {
  const { end } = await running('for (;;) {}', 300).driven;
  expect(end).toEqual({ given: 'Nothing has happened for 0.3 s.' });
});

test('a crawl that asks again and again is given up', async () => {
  const { driven, judge } = running('setInterval(() => {}, 1000);');
  for (let i = 0; i <= 240; i++) judge.begin('http://alpha.test/', 'alpha.test');
  expect((await driven).end).toEqual({ given: '241 requests have come, for 12 pages.' });
});

test('a crawl that gives results without an end is given up', async () => {
  const { end } = await running("for (;;) { loaded('a'); await null; }").driven;
  expect(end).toEqual({ given: '241 results have come, for 12 pages.' });
});

test('a thread that ends itself is told with its exit code', async () => {
  const { end } = await running('process.exit(3);').driven;
  expect(end).toEqual({ given: 'It has ended its thread, with exit code 3.' });
});

test('who asks twice to stop does not wait, and what is loaded is kept', async () => {
  const { driven, stop, printed } = running("loaded('a'); console.log('here'); for (;;) {}");
  while (printed.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  stop();
  stop();
  const { end, loaded } = await driven;
  expect({ end, urls: loaded.map(({ url }) => url) }).toEqual({ end: 'ended', urls: ['a'] });
});
