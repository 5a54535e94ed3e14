import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, observe, test } from '#lab';
import { toCopyNothing } from './copies.ts';

/** A message of so many bytes to a thread, which answers with as many. */
const exchange = (bytes: number, { goes, comes }: { goes: boolean; comes: boolean }) =>
  observe(async ({ program }) => {
    const file = program('cook', ({ parentPort }) => {
      parentPort.once('message', (buffer: ArrayBuffer) =>
        parentPort.postMessage(buffer, comes ? [buffer] : []),
      );
    });
    const worker = new Worker(file);
    await once(worker, 'online');
    const buffer = new ArrayBuffer(bytes);
    worker.postMessage(buffer, goes ? [buffer] : []);
    await once(worker, 'exit');
  });

test('toCopyNothing: by the own thread, and by another one', async () => {
  expect(toCopyNothing(await exchange(20e6, { goes: true, comes: true }))).toBeUndefined();
  expect(
    toCopyNothing(await exchange(20e6, { goes: false, comes: true }), 'Why.'),
  ).toMatchInlineSnapshot(`
      {
        "fact": "Your code's own thread copied 20 MB of a message, from 30 to 50 ms; expected no copy.",
        "possible": "Why.",
      }
    `);
  expect(toCopyNothing(await exchange(20e6, { goes: true, comes: false }))).toMatchInlineSnapshot(`
    {
      "fact": "'cook 1' copied 20 MB of a message, from 30 to 50 ms; expected no copy.",
      "possible": undefined,
    }
  `);
});

test('toCopyNothing: less than a MB takes no time, and is not seen', async () => {
  expect(toCopyNothing(await exchange(999_999, { goes: false, comes: false }))).toBeUndefined();
});

test('toCopyNothing: a run that does not come to its end', async () => {
  const trace = await observe(() => Promise.reject(new Error('broken')));
  expect(toCopyNothing(trace)?.fact).toBe('It rejected at 0 ms with: broken');
});
