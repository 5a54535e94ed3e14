import { Worker } from 'node:worker_threads';
import { expect, observe, test } from '#lab';
import { toTake } from '../time.ts';
import { sayIdleThreads } from './idle-threads.ts';

/** Three threads beside the own one: one computes twice, one once, and one does nothing. */
const kitchen = () =>
  observe(async ({ program, burn, sleep }) => {
    const computes = (name: string, ...times: number[]) =>
      program(name, async (thread) => {
        for (const ms of times) {
          thread.burn(ms);
          await thread.sleep(10);
        }
      });
    const files = [computes('Ann', 20, 20), computes('Ben', 50), computes('Eve')];
    const ends = files.map(
      (file) => new Promise((resolve) => new Worker(file).on('exit', resolve)),
    );
    await sleep(40);
    burn(10, 'slice');
    await Promise.all(ends);
  });

test('the longest time without a computation, for each thread that began to compute', async () => {
  expect(sayIdleThreads(await kitchen())).toMatchInlineSnapshot(
    `"Idle: your own thread from 50 to 91 ms, 'Ann 1' from 80 to 91 ms and 'Ben 1' from 80 to 91 ms. 'Eve 1' never computed."`,
  );
});

test('of one thread, nothing is said', async () => {
  expect(sayIdleThreads(await observe(({ burn }) => burn(10)))).toBeUndefined();
});

test('toTake: in a run with threads it is told, and then what the spec says', async () => {
  expect(toTake(await kitchen(), 80, 'Ann and Ben can do it in 80 ms.')).toMatchInlineSnapshot(`
    {
      "fact": "It took 91 ms; expected 80 ms.",
      "possible": "Idle: your own thread from 50 to 91 ms, 'Ann 1' from 80 to 91 ms and 'Ben 1' from 80 to 91 ms. 'Eve 1' never computed. Ann and Ben can do it in 80 ms.",
    }
  `);
  expect(toTake(await kitchen(), 80)).toMatchInlineSnapshot(`
    {
      "fact": "It took 91 ms; expected 80 ms.",
      "possible": "Idle: your own thread from 50 to 91 ms, 'Ann 1' from 80 to 91 ms and 'Ben 1' from 80 to 91 ms. 'Eve 1' never computed.",
    }
  `);
});
