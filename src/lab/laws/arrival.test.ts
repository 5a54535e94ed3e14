import { expect, observe, test } from '#lab';
import { toArrive } from './arrival.ts';

test('toArrive: handed on while something else was awaited', async () => {
  const trace = await observe(async ({ job, log }) => {
    for await (const value of [job('a', 30)(), job('b', 10)()]) log(value);
  });
  expect(toArrive(trace, [30, 'A'], [30, 'B'])).toBeUndefined();
  expect(toArrive(trace, [10, 'B'], [30, 'A'])).toMatchInlineSnapshot(`
    {
      "fact": "B was there at 10 ms, when 'b' ended, and was handed on only at 30 ms, after A.",
      "possible": "Something else was awaited from 10 to 30 ms, when 'a' ended. Who awaits one promise hears nothing of the others.",
    }
  `);
});

test('toArrive: lost', async () => {
  const trace = await observe(async ({ job, log }) => log(await job('a', 10)()));
  expect(toArrive(trace, [10, 'A'], [20, 'B'])).toMatchInlineSnapshot(`
    {
      "fact": "B was never handed on; expected at 20 ms.",
      "possible": "What arrives while nobody asks for it must be kept until somebody does.",
    }
  `);
});

test('toArrive: handed on twice', async () => {
  const trace = await observe(async ({ job, log }) => {
    const [a, b] = [job('a', 10)(), job('b', 20)()];
    for (let i = 0; i < 2; i++) log(await Promise.race([a, b]));
    await b;
  });
  expect(toArrive(trace, [10, 'A'], [20, 'B'])).toMatchInlineSnapshot(`
    {
      "fact": "A was handed on once more at 10 ms; expected B at 20 ms.",
      "possible": "A promise that has settled stays settled, and wins every race it takes part in.",
    }
  `);
});
