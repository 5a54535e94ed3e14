import { expect, type Lab, observe, test } from '#lab';
import { toRunAsPlanned, toStartAt } from './schedule.ts';

/** 'a' and 'b', one after the other; they could have run at the same time. */
const inTurn = () =>
  observe(
    async ({ job }) => {
      const [a, b] = [job('a', 20), job('b', 10)];
      await a();
      await b();
    },
    { plan: { a: [0, 20], b: [0, 10] } },
  );

test('toStartAt: what departs first', async () => {
  const trace = await inTurn();
  expect(toStartAt(trace, { a: 0, b: 20 })).toBeUndefined();
  expect(toStartAt(trace, { a: 0, b: 10 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 20 ms, just when 'a' had ended; expected at 10 ms.",
      "possible": "Was 'a' awaited before 'b' was called? Start both first, then await them.",
    }
  `);
  expect(toStartAt(trace, { a: 0, b: 30 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 20 ms, when 'a' ended; expected at 30 ms.",
      "possible": undefined,
    }
  `);
  expect(toStartAt(trace, { a: 0 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 20 ms; expected: not at all. 'a' ended at 20 ms.",
      "possible": undefined,
    }
  `);
  expect(toStartAt(trace, { a: 0, b: 20, c: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "'c' was never started; expected at 20 ms, when 'a' ended.",
      "possible": "Does your code come to that call?",
    }
  `);
  expect(toStartAt(trace, { a: 0, b: 20, c: 10 })?.possible).toMatchInlineSnapshot(
    `"'a' was running until 20 ms. Did your code await it first?"`,
  );
});

/** 'b' starts at 30 ms by a timer, while 'a' is running. */
const byTimer = () =>
  observe(async ({ job }) => {
    const [a, b] = [job('a', 50)(), job('b', 10)];
    await new Promise((resolve) => setTimeout(resolve, 30));
    await Promise.all([a, b()]);
  });

test('toStartAt: a timer that fired then, and what the spec says', async () => {
  const trace = await byTimer();
  expect(toStartAt(trace, { a: 0, b: 40 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 30 ms, while 'a' was running; expected at 40 ms.",
      "possible": "A timer fired at 30 ms, which was set at 0 ms. Did that start 'b'?",
    }
  `);
  expect(toStartAt(trace, { a: 0 }, 'One is enough.')).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 30 ms; expected: not at all.",
      "possible": "A timer fired at 30 ms, which was set at 0 ms. One is enough.",
    }
  `);
});

test('toStartAt: a timer of 0 ms takes 1 ms', async () => {
  const trace = await observe(async ({ job }) => {
    await job('a', 50)();
    await new Promise((resolve) => setTimeout(resolve, -7));
    await job('b', 10)();
  });
  expect(toStartAt(trace, { a: 0, b: 50 }, 'b waits for a.')).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 51 ms; expected at 50 ms, when 'a' ended.",
      "possible": "A timer fired at 51 ms, which was set at 50 ms. (A timer of 0 ms, or less, takes 1 ms.) b waits for a.",
    }
  `);
});

test('toStartAt: work that had just stopped', async () => {
  const trace = await observe(async ({ job, at }) => {
    const controller = new AbortController();
    at(20, () => controller.abort());
    const b = job('b', 10);
    await job('a', 90, { stopsIn: 10 })(controller.signal).catch(() => b());
  });
  expect(toStartAt(trace, { a: 0, b: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 30 ms; expected at 20 ms.",
      "possible": "'a' was told to stop at 20 ms, and stopped at 30 ms. Did that start 'b'?",
    }
  `);
});

test('toStartAt: what was started instead, from that time on', async () => {
  const trace = await observe(async ({ job }) => {
    await job('early', 10)();
    await Promise.all(['c', 'a', 'b', 'd'].map((name) => job(`load ${name}`, 20)()));
  });
  const expected = { early: 0, 'load c and a': 10, 'load b': 10, 'load d': 10 };
  expect(toStartAt(trace, expected)).toMatchInlineSnapshot(`
    {
      "fact": "'load c and a' was never started; expected at 10 ms, when 'early' ended. At 10 ms, 'load c' and 'load a' were started instead.",
      "possible": undefined,
    }
  `);
  expect(toStartAt(trace, expected, 'One call is enough.')?.possible).toBe('One call is enough.');
  expect(toStartAt(trace, { early: 0, all: 5, 'load b': 10 })?.fact).toBe(
    "'all' was never started; expected at 5 ms. At 10 ms, 'load c', 'load a' and 'load d' were started instead.",
  );
  expect(toStartAt(trace, { more: 20, early: 0 })?.fact).toBe(
    "'load c' was started at 10 ms; expected: not at all. 'early' ended at 10 ms.",
  );
});

test('toStartAt: called, or awaited in a microtask', async () => {
  const called = await observe(({ job }) => job('page', 30)());
  expect(toStartAt(called, { page: 20 })?.possible).toMatchInlineSnapshot(
    `"Calling a function starts its work, even without await."`,
  );
  const awaited = await observe(({ job }) => {
    const page = job('page', 30);
    const lazy = async () => ({
      // biome-ignore lint/suspicious/noThenProperty: a thenable is what it is about
      then: (onValue: (value: string) => void) => void page().then(onValue),
    });
    return lazy();
  });
  expect(toStartAt(awaited, { page: 20 })?.possible).toMatchInlineSnapshot(
    `"It was started in a microtask, when the call had returned. Does a then() start it, or an async function that returns it?"`,
  );
});

test('toRunAsPlanned: starts and ends', async () => {
  const trace = await inTurn();
  const planned = (b: [number, number]) => toRunAsPlanned({ ...trace, plan: { a: [0, 20], b } });
  expect(planned([20, 30])).toBeUndefined();
  expect(planned([20, 25])).toMatchInlineSnapshot(`
    {
      "fact": "'b' ended at 30 ms; expected at 25 ms.",
      "possible": undefined,
    }
  `);
  expect(toRunAsPlanned(trace)).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 20 ms, just when 'a' had ended; expected at 0 ms.",
      "possible": "Was 'a' awaited before 'b' was called? Start both first, then await them.",
    }
  `);
  const twice = await observe(({ job }) => Promise.all(Array.from({ length: 2 }, job('a', 20))), {
    plan: { a: [0, 20] },
  });
  expect(toRunAsPlanned(twice)).toMatchInlineSnapshot(`
    {
      "fact": "'a' was started 2 times, at 0 and 0 ms; expected once.",
      "possible": "Each call starts the work again. Call once: one promise can be awaited many times.",
    }
  `);
});

test('toRunAsPlanned: a reason of the spec, where the run shows none', async () => {
  const trace = await observe(({ job }) => job('a', 20)(), { plan: { a: [0, 20], b: [20, 30] } });
  expect(toRunAsPlanned(trace, 'The lid was shut.')?.possible).toBe('The lid was shut.');
  // Only a question about the order would be in its place.
  expect(toStartAt(await inTurn(), { a: 0, b: 10 }, "First 'b'.")?.possible).toBe("First 'b'.");
});

/** What is said of a sleep of 20 ms that is written like this. */
const sleeping = async (sleep: (ms: number) => unknown, because?: string) => {
  const trace = await observe(({ call }) => call('sleep', () => sleep(20)), {
    plan: { sleep: [0, 20] },
    mayLeave: ['timer'],
  });
  return toRunAsPlanned(trace, because);
};

test('toRunAsPlanned: a call that ends too early', async () => {
  const notAwaited = sleeping(async (ms) => void setTimeout(() => {}, ms));
  expect(await notAwaited).toMatchInlineSnapshot(`
    {
      "fact": "'sleep' fulfilled at 0 ms; expected at 20 ms.",
      "possible": "A timer was set for 20 ms, and the call did not wait for it. setTimeout returns no promise: it calls its callback when the time is over.",
    }
  `);
  // It is no time that it should have waited for.
  const limited = sleeping(async () => void setTimeout(() => {}, 30), 'The page takes longer.');
  expect((await limited)?.possible).toMatch('The page takes longer.');
  const clearing = async (ms: number) => clearTimeout(setTimeout(() => {}, ms));
  expect((await sleeping(clearing))?.possible).toMatchInlineSnapshot(
    `"No time passed on the virtual clock. Was a callback called, instead of passed on? (Code that blocks the thread does not count as waiting.)"`,
  );
  // The spec may know better: the call may have got what an earlier one has left.
  expect((await sleeping(clearing, "Nothing is kept for 'sleep'."))?.possible).toBe(
    "Nothing is kept for 'sleep'.",
  );
});

test('toRunAsPlanned: a call that ends too late', async () => {
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  expect(await sleeping((ms) => wait(ms * 1000))).toMatchInlineSnapshot(`
    {
      "fact": "'sleep' fulfilled at 20000 ms; expected at 20 ms.",
      "possible": "That is 1000 times as long: times are in milliseconds, not in seconds.",
    }
  `);
  const clearedBefore = async (ms: number) => {
    const timer = setTimeout(() => {}, ms);
    await wait(ms - 5);
    clearTimeout(timer);
    await wait(ms);
  };
  expect((await sleeping(clearedBefore))?.possible).toMatchInlineSnapshot(
    `"A timer that was due at 20 ms was cleared at 15 ms. Did another call clear it?"`,
  );
  expect(await sleeping((ms) => wait(ms + 1))).toMatchInlineSnapshot(`
    {
      "fact": "'sleep' fulfilled at 21 ms; expected at 20 ms.",
      "possible": "A timer of 21 ms was set at 0 ms, and fired at 21 ms. Is that the right time?",
    }
  `);
  expect((await sleeping((ms) => wait(ms + 1), 'It takes 20 ms.'))?.possible).toBe(
    'A timer of 21 ms was set at 0 ms, and fired at 21 ms. It takes 20 ms.',
  );
});

/** 'a' sleeps for 50 ms, and 'b' for 20 ms. */
const two = async (sleep: (ms: number) => Promise<unknown>) => {
  const both = ({ call }: Lab) =>
    Promise.all([call('a', () => sleep(50)), call('b', () => sleep(20))]);
  return toRunAsPlanned(await observe(both, { plan: { a: [0, 50], b: [0, 20] } }));
};

test('toRunAsPlanned: a call that should not wait, and settles with another one', async () => {
  const trace = await observe(
    ({ call }) => {
      const waiting = call('a', () => new Promise((resolve) => setTimeout(resolve, 50)));
      return call('b', () => waiting);
    },
    { plan: { a: [0, 50], b: [0, 0] } },
  );
  expect(toRunAsPlanned(trace)).toMatchInlineSnapshot(`
    {
      "fact": "'b' fulfilled at 50 ms; expected at 0 ms.",
      "possible": "'a' fulfilled at 50 ms as well. Did one wait for the other, or do the two share a promise or a timer?",
    }
  `);
});

test('toRunAsPlanned: a call that waits for another one', async () => {
  let last: Promise<unknown> = Promise.resolve();
  const queued = two((ms) => {
    last = last.then(() => new Promise((resolve) => setTimeout(resolve, ms)));
    return last;
  });
  expect(await queued).toMatchInlineSnapshot(`
    {
      "fact": "'b' fulfilled at 70 ms; expected at 20 ms.",
      "possible": "'a' fulfilled at 50 ms, 20 ms before that. Did one wait for the other?",
    }
  `);
  let first: Promise<unknown> | undefined;
  const shared = two((ms) => {
    first ??= new Promise((resolve) => setTimeout(resolve, ms));
    return first;
  });
  expect(await shared).toMatchInlineSnapshot(`
    {
      "fact": "'b' fulfilled at 50 ms; expected at 20 ms.",
      "possible": "'a' fulfilled at 50 ms as well. Did one wait for the other, or do the two share a promise or a timer?",
    }
  `);
});

/** 'a' fails at 20 ms; 'b' is to be told then, and is told at this ms or never; 'c' ends meanwhile. */
const failing = (toldAt?: number) =>
  observe(
    async ({ job, at }) => {
      const controller = new AbortController();
      if (toldAt) at(toldAt, () => controller.abort());
      const works = [job('a', 20, { fails: true }), job('b', 61, { stopsIn: 13 }), job('c', 28)];
      await Promise.allSettled(works.map((work) => work(controller.signal)));
    },
    { plan: { a: [0, 20], b: [0, 33, { aborted: 20 }], c: [0, 28] } },
  );

test('toRunAsPlanned: work that was not told to stop in time has waited for nothing', async () => {
  expect(toRunAsPlanned(await failing(20))?.fact).toContain("'c' stopped at 20 ms");
  expect(toRunAsPlanned(await failing())).toMatchInlineSnapshot(`
    {
      "fact": "'b' ended at 61 ms; expected at 33 ms.",
      "possible": "It was not told to stop; expected at 20 ms, when 'a' failed.",
    }
  `);
  expect(toRunAsPlanned(await failing(), 'Tell it.')?.possible).toMatchInlineSnapshot(
    `"It was not told to stop; expected at 20 ms, when 'a' failed. Tell it."`,
  );
  expect(toRunAsPlanned(await failing(29))).toMatchInlineSnapshot(`
    {
      "fact": "'b' stopped at 42 ms; expected at 33 ms.",
      "possible": "It was told to stop at 29 ms; expected at 20 ms, when 'a' failed.",
    }
  `);
});

test('toRunAsPlanned: work that a timer told to stop, 1 ms late', async () => {
  const late = ({ job }: Lab) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 54);
    return job('a', 90)(controller.signal).catch(() => {});
  };
  const trace = await observe(late, { plan: { a: [0, 53, { aborted: 53 }] } });
  expect(toRunAsPlanned(trace)?.possible).toBe(
    'It was told to stop at 54 ms; expected at 53 ms. A timer of 54 ms was set at 0 ms, and fired at 54 ms. Is that the right time?',
  );
});

test('toRunAsPlanned: a call that settles in another way than the plan says', async () => {
  const settling = async (rejects: boolean, fails?: boolean) => {
    const f = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (rejects) throw new Error('no luck');
    };
    const plan = { f: [0, 30, fails === undefined ? {} : { fails }] } as const;
    const trace = await observe(({ call }) => call('f', f).catch(() => {}), { plan });
    return toRunAsPlanned(trace)?.fact;
  };
  expect(await settling(true, false)).toBe("'f' rejected at 20 ms; expected to fulfil at 30 ms.");
  expect(await settling(false, true)).toBe("'f' fulfilled at 20 ms; expected to reject at 30 ms.");
  // A plan that does not say it has not asked for it.
  expect(await settling(true)).toBe("'f' rejected at 20 ms; expected at 30 ms.");
  expect(await settling(false, false)).toBe("'f' fulfilled at 20 ms; expected at 30 ms.");
});

/** A scene that waits for 20 ms by itself, and computes for 5 ms from outside, before it does this. */
const waitingFirst = (work: (lab: Lab) => unknown) =>
  observe(async (lab) => {
    lab.at(7, () => lab.burn(5));
    await lab.sleep(20);
    return work(lab);
  });

test('toStartAt: what a scene waits for and computes by itself is no work', async () => {
  const trace = await waitingFirst(({ job }) => job('a', 10)());
  expect(toStartAt(trace, { a: 20 })).toBeUndefined();
  expect(toRunAsPlanned({ ...trace, plan: { a: [20, 30] } })).toBeUndefined();
  expect(toStartAt(trace, { a: 10 })).toMatchInlineSnapshot(`
    {
      "fact": "'a' was started at 20 ms; expected at 10 ms.",
      "possible": undefined,
    }
  `);
  expect(toStartAt(trace, { a: 20, b: 11 })?.possible).toMatchInlineSnapshot(
    `"Does your code come to that call?"`,
  );
});

test('toStartAt: it is work where the schedule names it', async () => {
  const trace = await waitingFirst(({ job }) => job('a', 10)());
  const planned = toRunAsPlanned({ ...trace, plan: { sleep: [0, 21], a: [20, 30] } });
  expect(planned?.fact).toMatchInlineSnapshot(`"'sleep' ended at 20 ms; expected at 21 ms."`);
  expect(toStartAt(trace, { sleep: 0, burn: 8, a: 20 })?.fact).toMatchInlineSnapshot(
    `"'burn' was started at 7 ms, while 'sleep' was running; expected at 8 ms."`,
  );
});

test('toStartAt: a stub has done nothing, also where the scene has waited', async () => {
  const trace = await waitingFirst(() => {});
  const error = new Error('TODO: write it');
  const outcome = { kind: 'failed', error, thrown: false, at: 20, order: 99 } as const;
  expect(toStartAt({ ...trace, outcome }, { a: 20 })?.fact).toBe('TODO: write it');
});

test('toStartAt: CPU work of the code is work, also in a call that comes from outside', async () => {
  const trace = await observe(({ at, burn, call, sleep }) => {
    at(7, () => call('f', () => burn(5)));
    return sleep(20);
  });
  expect(toStartAt(trace, {})?.fact).toMatchInlineSnapshot(
    `"'burn' was started at 7 ms; expected: not at all."`,
  );
});

test('toRunAsPlanned: a call that rejects immediately is not asked about a callback', async () => {
  const trace = await observe(
    ({ call }) => call('sleep', () => Promise.reject(new Error('no'))).catch(() => {}),
    { plan: { sleep: [0, 20] } },
  );
  expect(toRunAsPlanned(trace)).toMatchInlineSnapshot(`
    {
      "fact": "'sleep' rejected at 0 ms; expected at 20 ms.",
      "possible": undefined,
    }
  `);
});
