import { expect, type Lab, observe, test } from '#lab';
import { toPeakAt, toTake } from './time.ts';

/** Three pieces of work, one after another: 10, 20 and 30 ms. */
const inTurn = () =>
  observe(async ({ job }) => {
    for (const work of [job('a', 10), job('b', 20), job('c', 30)]) await work();
  });

/** The same, all at once. */
const together = () =>
  observe(({ job }) => Promise.all([job('a', 10)(), job('b', 20)(), job('c', 30)()]));

test('toTake: what the time was lost for', async () => {
  expect(toTake(await inTurn(), 60)).toBeUndefined();
  expect(toTake(await inTurn(), 30)).toMatchInlineSnapshot(`
    {
      "fact": "It took 60 ms; expected 30 ms.",
      "possible": "That is the sum of all work: one piece ran after another. Was 'a' awaited before 'b' was called? Start both first, then await them.",
    }
  `);
  expect(toTake(await together(), 60)).toMatchInlineSnapshot(`
    {
      "fact": "It took 30 ms; expected 60 ms.",
      "possible": "3 pieces of work were in flight at the same time. Calling a function starts its work, even without await.",
    }
  `);
  expect(toTake(await together(), 20)).toMatchInlineSnapshot(`
    {
      "fact": "It took 30 ms; expected 20 ms.",
      "possible": "'c' ran from 0 to 30 ms. Did your code wait for that?",
    }
  `);
});

test('toTake: a timer in place of an await', async () => {
  const polling = await observe(async ({ job }) => {
    job('a', 10)();
    await new Promise((resolve) => setTimeout(resolve, 50));
  });
  expect(toTake(polling, 10)).toMatchInlineSnapshot(`
    {
      "fact": "It took 50 ms; expected 10 ms.",
      "possible": "From 10 to 50 ms no work was running, only a timer, set at 0 ms. Does your code poll, or guess a time? A promise calls its handlers as soon as it settles.",
    }
  `);
});

test('toTake: too early', async () => {
  const mayLeave: ('work' | 'timer')[] = ['work', 'timer'];
  const notAwaited = await observe(({ job }) => void job('a', 10)().then(() => job('b', 10)()), {
    mayLeave,
  });
  expect(toTake(notAwaited, 20)).toMatchInlineSnapshot(`
    {
      "fact": "It took 0 ms; expected 20 ms.",
      "possible": "When it settled, 'a' (until 10 ms) was still running, and 'b' was not started yet. Your code did not await all of its work.",
    }
  `);
  const timer = await observe(() => void setTimeout(() => {}, 30), { mayLeave });
  expect(toTake(timer, 30)?.possible).toMatchInlineSnapshot(
    `"A timer is due only at 30 ms. Your code did not wait for it."`,
  );
  const nothing = await observe(() => {});
  expect(toTake(nothing, 30, 'A pot takes 30 ms.')?.possible).toMatchInlineSnapshot(
    `"A pot takes 30 ms."`,
  );
});

/** What is said of a kitchen that took so many ms too long. */
const slow = async (scene: (lab: Lab) => unknown, lost: number) => {
  const trace = await observe(scene);
  return toTake(trace, trace.outcome.at - lost)?.possible;
};

test('toTake: what the CPU could have done', async () => {
  const computesFirst = slow(async ({ burn, job }) => {
    burn(50, 'slice');
    await job('simmer', 100)();
    burn(2, 'stir');
  }, 50);
  expect(await computesFirst).toMatchInlineSnapshot(
    `"That is the sum of all work: one piece ran after another. 'slice' used the CPU from 0 to 50 ms, and 'simmer' was started only at 50 ms. First start the work that waits, then compute."`,
  );
  const waitsFirst = slow(async ({ burn, job }) => {
    await job('simmer', 100)();
    burn(2, 'stir');
    burn(50, 'slice');
  }, 50);
  expect(await waitsFirst).toMatchInlineSnapshot(
    `"That is the sum of all work: one piece ran after another. From 0 to 100 ms the CPU was idle. Could 'slice', which started at 102 ms, have run in that time?"`,
  );
  const waitsForAll = slow(async ({ burn, job }) => {
    await Promise.all([job('rice', 50)(), job('stew', 100)()]);
    burn(40, 'stir');
  }, 40);
  expect(await waitsForAll).toMatchInlineSnapshot(
    `"'rice' ended at 50 ms, but the CPU stayed idle until 100 ms. Is it awaited together with others, or after them?"`,
  );
});

test('toTake: a timer beside work that computes', async () => {
  const oneMs = () => new Promise((resolve) => setTimeout(resolve, 0));
  const stirs = async ({ burn, job }: Lab, pause?: () => unknown) => {
    burn(2, 'stir');
    await job('simmer', 100)();
    await pause?.();
    burn(2, 'stir');
  };
  const inBetween = slow((lab) => stirs(lab, oneMs), 1);
  expect(await inBetween).toMatchInlineSnapshot(
    `"From 102 to 103 ms the CPU was idle: your code waited for a timer, set at 102 ms. Did it have to wait?"`,
  );
  const atTheEnd = slow(async (lab) => {
    await stirs(lab);
    await oneMs();
  }, 1);
  expect(await atTheEnd).toMatchInlineSnapshot(
    `"From 104 to 105 ms the CPU was idle: your code waited for a timer, set at 104 ms. Did it have to wait?"`,
  );
});

test('toTake: no blame for a stretch of computing that is shorter than what was lost', async () => {
  const onePotTooMany = slow(
    ({ burn, job }) =>
      Promise.all(
        ['first', 'second'].map(async () => {
          burn(2, 'stir');
          await job('simmer', 100)();
          burn(2, 'stir');
        }),
      ),
    4,
  );
  expect(await onePotTooMany).toMatchInlineSnapshot(`"From 4 to 102 ms the CPU was idle."`);
});

test('toPeakAt: too many at once, and too few', async () => {
  expect(toPeakAt(await together(), 3)).toBeUndefined();
  expect(toPeakAt(await together(), 2)).toMatchInlineSnapshot(`
    {
      "fact": "'c' was started at 0 ms, while 'a' and 'b' were still running: 3 in flight; expected 2.",
      "possible": "Call the next one only when fewer than 2 are in flight.",
    }
  `);
  expect(toPeakAt(await together(), 1)).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 0 ms, while 'a' was still running: 3 in flight; expected 1.",
      "possible": "Calling a function starts its work. Call each one only when the one before it has settled.",
    }
  `);
  expect(toPeakAt(await inTurn(), 2)).toMatchInlineSnapshot(`
    {
      "fact": "At most 1 in flight at the same time; expected 2.",
      "possible": "'b' was started only at 10 ms, just when 'a' had ended. Was 'a' awaited before 'b' was called? Start both first, then await them.",
    }
  `);
  const one = await observe(({ job }) => {
    job('b', 10);
    return job('a', 10)();
  });
  expect(toPeakAt(one, 2)).toMatchInlineSnapshot(`
    {
      "fact": "At most 1 in flight at the same time; expected 2.",
      "possible": "'b' was never started. Does your code await other work before it comes to that call?",
    }
  `);
});

test('a reason of the spec, where the run shows none', async () => {
  const because = 'Two ovens were free.';
  expect(toPeakAt(await together(), 2, because)?.possible).toBe(because);
  const idle = await observe(() => Promise.resolve());
  expect(toPeakAt(idle, 1, because)?.possible).toBe(because);
});
