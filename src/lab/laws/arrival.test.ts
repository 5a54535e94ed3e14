import { expect, observe, test } from '#lab';
import { toArrive } from './arrival.ts';

test('toArrive: yielded while something else was awaited', async () => {
  const trace = await observe(async ({ job, log }) => {
    for await (const value of [job('a', 30)(), job('b', 10)()]) log(value);
  });
  expect(toArrive(trace, [30, 'A'], [30, 'B'])).toBeUndefined();
  expect(toArrive(trace, [10, 'B'], [30, 'A'])).toMatchInlineSnapshot(`
    {
      "fact": "'B' was yielded at 30 ms, after 'A'; expected at 10 ms, when 'b' ended.",
      "possible": "Was something else awaited from 10 to 30 ms, when 'a' ended? While your code awaits one promise, it does not notice that another one settles.",
    }
  `);
});

test('toArrive: late, in the words of the spec', async () => {
  const trace = await observe(async ({ job, log }) => {
    for await (const value of [job('a', 30)(), job('b', 10)()]) log(value);
  });
  expect(toArrive(trace, [10, 'B'], [30, 'A'], 'Because.')?.possible).toBe('Because.');
});

test('toArrive: what no source has made', async () => {
  const trace = await observe(async ({ job, log }) => {
    log('the end');
    log(await job('a', 10)());
  });
  expect(toArrive(trace, [10, 'A'])?.fact).toMatchInlineSnapshot(
    `"'the end' was yielded at 0 ms; expected: not at all."`,
  );
  expect(toArrive(trace, [10, 'A'], 'Because.')?.possible).toBe('Because.');
});

test('toArrive: noticed by polling', async () => {
  const trace = await observe(async ({ job, log }) => {
    const b = job('b', 12)();
    await new Promise((resolve) => setTimeout(resolve, 20));
    log(await b);
  });
  expect(toArrive(trace, [12, 'B'])).toMatchInlineSnapshot(`
    {
      "fact": "'B' was yielded at 20 ms; expected at 12 ms, when 'b' ended.",
      "possible": "At 20 ms no work ended, but a timer of your code fired. Polling notices a promise late: a handler runs as soon as its promise settles.",
    }
  `);
});

test('toArrive: in another order', async () => {
  const trace = await observe(({ log, sleep }) => {
    for (const value of ['c', 'b']) log(value);
    return sleep(10);
  });
  expect(toArrive(trace, [0, 'b'], [0, 'c'])).toMatchInlineSnapshot(`
    {
      "fact": "'c' was yielded before 'b', at 0 ms; expected 'b' first.",
      "possible": "Yield the value first that arrived first: it has waited longest.",
    }
  `);
});

test('toArrive: lost', async () => {
  const trace = await observe(async ({ job, log, sleep }) => {
    job('b', 20)();
    log(await job('a', 10)());
    await sleep(40);
  });
  expect(toArrive(trace, [10, 'A'], [50, 'B'])).toMatchInlineSnapshot(`
    {
      "fact": "'B' was never yielded; expected at 50 ms.",
      "possible": "'b' ended at 20 ms. Was the reader still busy at that time? Keep each value until the reader asks for it.",
    }
  `);
  expect(toArrive(trace, [10, 'A'], [50, 'C'])).toMatchInlineSnapshot(`
    {
      "fact": "'C' was never yielded; expected at 50 ms.",
      "possible": "Did another value arrive before the reader had asked for this one? Keep each value until the reader asks for it.",
    }
  `);
  expect(toArrive(trace, [10, 'A'], [50, 'C'], 'Because.')?.possible).toBe('Because.');
});

test('toArrive: lost, as a later rejection came first', async () => {
  const trace = await observe(async ({ job, sleep }) => {
    job('b', 20)();
    await job('c', 30, { fails: true })().finally(() => sleep(20));
  });
  expect(toArrive(trace, [50, 'B'])?.possible).toMatchInlineSnapshot(
    `"'b' ended at 20 ms, before 'c' failed at 30 ms. What arrived first must be yielded first: a later rejection waits."`,
  );
});

test('toArrive: nothing was yielded, and the reader is still waiting', async () => {
  const trace = await observe(async ({ job }) => {
    await job('b', 10)();
    await new Promise(() => {});
  });
  expect(toArrive(trace, [10, 'B'])).toMatchInlineSnapshot(`
    {
      "fact": "'B' was never yielded; expected at 10 ms. The reader is still waiting for it.",
      "possible": "Nothing was yielded at all. Does your code attach a handler to each promise, and wake the reader when one settles?",
    }
  `);
  const because = 'Did your code read the input twice?';
  expect(toArrive(trace, [10, 'B'], because)?.possible).toBe(
    `Nothing was yielded at all. ${because}`,
  );
});

test('toArrive: yielded twice', async () => {
  const trace = await observe(async ({ job, log }) => {
    const [a, b] = [job('a', 10)(), job('b', 20)()];
    for (let i = 0; i < 2; i++) log(await Promise.race([a, b]));
    await b;
  });
  expect(toArrive(trace, [10, 'A'], [20, 'B'])).toMatchInlineSnapshot(`
    {
      "fact": "'A' was yielded again at 10 ms; expected 'B' at 20 ms.",
      "possible": "Did a promise that has settled take part in another race? It wins every race, so take it out first.",
    }
  `);
});

test('toArrive: of no promise', async () => {
  const trace = await observe(({ log }) => log('undefined'));
  expect(toArrive(trace, 'Because.')?.possible).toBe('Because.');
  expect(toArrive(trace)).toMatchInlineSnapshot(`
    {
      "fact": "'undefined' was yielded at 0 ms; nothing more was expected.",
      "possible": "Of which promise is it the value? Yield one value for each promise that fulfils.",
    }
  `);
});
