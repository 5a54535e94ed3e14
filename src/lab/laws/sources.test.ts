import { expect, test } from 'vitest';
import { type Lab, observe } from '#lab';
import { toAsk, toClose } from './sources.ts';

/** Reads each item of a source, and works on it; 'b' fails if it is told so. */
const reading = (
  fails: boolean,
  read: (lab: Lab, work: (name: string) => Promise<unknown>) => unknown,
) => observe((lab) => read(lab, (name) => lab.job(name, 10, { fails: fails && name === 'b' })()));

/** One after the other. */
const loop = (fails = false) =>
  reading(fails, async ({ source }, work) => {
    for (const name of source('jobs', ['a', 'b', 'c'])) await work(name);
  });

const collecting = () =>
  reading(false, async ({ source }, work) => {
    for (const name of [...source('jobs', ['a', 'b'])]) await work(name);
  });

/** Calls `next()`, and forgets `return()`. */
const byHand = () =>
  reading(true, async ({ source }, work) => {
    const jobs = source('jobs', ['a', 'b', 'c']);
    for (let next = jobs.next(); !next.done; next = jobs.next()) await work(next.value);
  });

test('toAsk: each item at its ms; to ask on after the last one is free', async () => {
  expect(toAsk(await loop(), { jobs: [0, 10, 20] })).toBeUndefined();
  const trace = await observe(({ source }) => {
    const jobs = source('jobs', ['a']);
    jobs.next();
    jobs.next();
    jobs.next();
  });
  expect(toAsk(trace, { jobs: [0] })).toBeUndefined();
});

test('toAsk: too early, too late, one too many, one too few', async () => {
  expect(
    toAsk(await collecting(), { jobs: [0, 10] }, 'Read on when there is room.'),
  ).toMatchInlineSnapshot(`
    {
      "fact": "The 2nd item of 'jobs' was asked for at 0 ms; expected at 10 ms.",
      "possible": "Read on when there is room.",
    }
  `);
  expect(toAsk(await loop(), { jobs: [0, 0, 10] })).toMatchInlineSnapshot(`
    {
      "fact": "The 2nd item of 'jobs' was asked for at 10 ms, when 'a' ended; expected at 0 ms.",
      "possible": undefined,
    }
  `);
  expect(toAsk(await loop(), { jobs: [0, 10] })).toMatchInlineSnapshot(`
    {
      "fact": "The 3rd item of 'jobs' was asked for at 20 ms, when 'b' ended; expected: not at all.",
      "possible": undefined,
    }
  `);
  expect(toAsk(await loop(), { jobs: [0, 10, 20, 20] })).toMatchInlineSnapshot(`
    {
      "fact": "Only 3 items of 'jobs' were asked for; expected the 4th one at 20 ms, when 'b' ended.",
      "possible": undefined,
    }
  `);
  expect(toAsk(await loop(), { jobs: [0], others: [0] })).toMatchInlineSnapshot(`
    {
      "fact": "Nothing of 'others' was asked for; expected the 1st one at 0 ms.",
      "possible": undefined,
    }
  `);
});

test('toAsk: of work that is still running, and of a failure before', async () => {
  const trace = await reading(false, async ({ source }, work) => {
    await Promise.all(Array.from(source('jobs', ['a', 'b']), work));
  });
  expect(toAsk(trace, { jobs: [0, 10] })?.fact).toBe(
    "The 2nd item of 'jobs' was asked for at 0 ms, while 'a' was running; expected at 10 ms.",
  );
  const going = await reading(true, async ({ source }, work) => {
    for (const name of source('jobs', ['a', 'b', 'c'])) await work(name).catch(() => {});
  });
  expect(toAsk(going, { jobs: [0, 10] })).toMatchInlineSnapshot(`
    {
      "fact": "The 3rd item of 'jobs' was asked for at 20 ms, when 'b' failed; expected: not at all.",
      "possible": "'b' failed at 20 ms. Does your code read on after a failure?",
    }
  `);
});

test('toClose: a loop that is left closes, and what has ended is not closed', async () => {
  expect(toClose(await loop(true), { jobs: 20 })).toBeUndefined();
  expect(toClose(await loop(), {})).toBeUndefined();
});

test('toClose: never, not at all, at another time', async () => {
  expect(
    toClose(await byHand(), { jobs: 20 }, 'After a failure nothing more is read.'),
  ).toMatchInlineSnapshot(`
    {
      "fact": "'jobs' was never closed; expected at 20 ms, when 'b' failed.",
      "possible": "After a failure nothing more is read. A generator that is not read to its end comes to its \`finally\` only by \`return()\`. A for loop that is left calls \`return()\` of the iterator by itself; code that calls \`next()\` has to call it, too.",
    }
  `);
  expect(toClose(await loop(true), {})).toMatchInlineSnapshot(`
    {
      "fact": "'jobs' was closed at 20 ms, when 'b' failed; expected: not at all.",
      "possible": undefined,
    }
  `);
  expect(toClose(await loop(true), { jobs: 10 })).toMatchInlineSnapshot(`
    {
      "fact": "'jobs' was closed at 20 ms, when 'b' failed; expected at 10 ms, when 'a' ended.",
      "possible": undefined,
    }
  `);
});

test('toClose: one after the other', async () => {
  const closing = (isTogether: boolean) =>
    observe(async ({ source }) => {
      const sources = ['a', 'b'].map((name) => source(name, [1, 2], { takes: 10, closesIn: 5 }));
      await Promise.all(sources.map((one) => one.next()));
      if (isTogether) return Promise.all(sources.map((one) => one.return(undefined)));
      for (const one of sources) await one.return(undefined);
    });
  expect(toClose(await closing(true), { a: 10, b: 10 })).toBeUndefined();
  expect(toClose(await closing(false), { a: 10, b: 10 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was closed at 15 ms; expected at 10 ms.",
      "possible": "'a' had just been closed. Closing takes time: close all of them first, then wait.",
    }
  `);
});

test('both: a stub has asked for nothing', async () => {
  const stub = await observe(async () => {
    throw new Error('TODO: write it');
  });
  expect(toAsk(stub, {})?.fact).toBe('TODO: write it');
  expect(toClose(stub, {})?.fact).toBe('TODO: write it');
});

test('both: a failure before anything was asked for is told, where something was expected', async () => {
  const broken = await observe(async ({ source }) => {
    const jobs = source('jobs', ['a']) as unknown as string[];
    throw new TypeError(`${jobs.length} jobs`);
  });
  const fact = 'It rejected at 0 ms with: TypeError: undefined jobs';
  expect(toAsk(broken, { jobs: [0] })?.fact).toBe(fact);
  expect(toClose(broken, { jobs: 0 })?.fact).toBe(fact);
  expect(toAsk(broken, { jobs: [] })).toBeUndefined();
  expect(toClose(broken, {})).toBeUndefined();
});
