import { expect, observe, test } from '#lab';
import { toAbort, toAbortOnlyRunning, toSettleLast } from './cancel.ts';

/** 'a' fails at 20 ms; 'b' is told to stop then, and needs 10 ms for it; 'c' goes on until 40 ms. */
const failing = () =>
  observe(
    ({ job }) => {
      const controller = new AbortController();
      const work = [
        job('a', 20, { fails: true })(),
        job('b', 50, { stopsIn: 10 })(controller.signal),
        job('c', 40)(),
      ];
      return Promise.all(work).finally(() => controller.abort());
    },
    { mayLeave: ['work'] },
  );

test('toAbort: told to stop, and at which ms', async () => {
  const trace = await failing();
  expect(toAbort(trace, { b: 20 })).toBeUndefined();
  expect(toAbort(trace, { b: 40 }, 'Each job ends by itself.')).toMatchInlineSnapshot(`
    {
      "fact": "'b' was told to stop at 20 ms, when 'a' failed; expected at 40 ms, when 'c' ended.",
      "possible": "Each job ends by itself.",
    }
  `);
  expect(toAbort(trace, {})).toMatchInlineSnapshot(`
    {
      "fact": "'b' was told to stop at 20 ms, when 'a' failed; expected: not at all.",
      "possible": undefined,
    }
  `);
});

test('toAbort: not told to stop', async () => {
  const one = await failing();
  expect(toAbort(one, { b: 20, c: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "'c' was not told to stop, and ran until 40 ms; expected at 20 ms, when 'a' failed.",
      "possible": "'b' was told to stop. Tell every job that is still running: abort its signal, or call its cancel().",
    }
  `);
  const none = await observe(({ job }) => Promise.race([job('a', 20)(), job('b', 50)()]), {
    mayLeave: ['work'],
  });
  expect(toAbort(none, { b: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was not told to stop, and ran until 50 ms; expected at 20 ms, when 'a' ended.",
      "possible": "Ignoring a promise does not stop its work. Tell every job that is still running to stop: abort its signal, or call its cancel().",
    }
  `);
  expect(toAbort(none, { b: 20 }, 'The first one is enough.')?.possible).toMatchInlineSnapshot(
    `"The first one is enough."`,
  );
});

test('toAbort: of several that were not told, the one that was to be told first', async () => {
  const trace = await observe(({ job }) => Promise.all([job('a', 50)(), job('b', 40)()]));
  const because = 'An abort goes down first.';
  expect(toAbort(trace, { a: 30, b: 20 }, because)?.fact).toBe(
    "'b' was not told to stop, and ran until 40 ms; expected at 20 ms.",
  );
});

test('toAbort: one told only when the other one has stopped', async () => {
  const trace = await observe(async ({ job, at }) => {
    const [first, second] = [new AbortController(), new AbortController()];
    const a = job('a', 90, { stopsIn: 10 })(first.signal);
    const b = job('b', 90)(second.signal);
    at(20, () => first.abort());
    await a.catch(() => second.abort());
    await b.catch(() => {});
  });
  expect(toAbort(trace, { a: 20, b: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was told to stop at 30 ms; expected at 20 ms.",
      "possible": "'a' had just stopped, at 30 ms. Was that awaited first? Tell all of them to stop first, then wait.",
    }
  `);
});

/** 'a' is told to stop at 20 ms; 'b' is started then, with the signal of 'a' or with another one. */
const cleaningUp = (isTheSame: boolean) =>
  observe(({ job, at, controller }) => {
    const [stop, other] = [controller(), controller()];
    at(20, () => stop.abort());
    const b = job('b', 10);
    return job(
      'a',
      90,
    )(stop.signal).catch(() => {
      const cleaned = b((isTheSame ? stop : other).signal);
      other.abort();
      return cleaned.catch(() => {});
    });
  });

test('toAbort: aborted before it was started, or just after that', async () => {
  expect(toAbort(await cleaningUp(true), { a: 20 }, 'Pass another one.')).toMatchInlineSnapshot(`
    {
      "fact": "'b' was started at 20 ms with a signal that had already been aborted; expected one that is not aborted.",
      "possible": "Pass another one.",
    }
  `);
  expect(toAbort(await cleaningUp(true), { a: 20, b: 30 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was told to stop at 20 ms; expected at 30 ms.",
      "possible": undefined,
    }
  `);
  expect(toAbort(await cleaningUp(false), { a: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was told to stop at 20 ms; expected: not at all.",
      "possible": undefined,
    }
  `);
});

test('toAbort: never started', async () => {
  const trace = await observe(async ({ job }) => {
    job('b', 10);
    await job('a', 20)();
  });
  expect(toAbort(trace, { b: 20 })).toMatchInlineSnapshot(`
    {
      "fact": "'b' was never started; expected it to run, and to be told to stop at 20 ms.",
      "possible": "Does your code await other work before it comes to that call?",
    }
  `);
});

/** 'page' fulfils at 30 ms; its signal is aborted at that ms, or later. */
const toldAfterItsEnd = (ms: number) =>
  observe(({ job, at, controller }) => {
    const stop = controller();
    if (ms > 30) at(ms, () => stop.abort());
    const page = job('page', 30)(stop.signal);
    return ms === 30 ? page.finally(() => stop.abort()) : page;
  });

test('toAbortOnlyRunning: told to stop after its end', async () => {
  expect(toAbortOnlyRunning(await failing())).toBeUndefined();
  expect(toAbortOnlyRunning(await toldAfterItsEnd(40))).toMatchInlineSnapshot(`
    {
      "fact": "'page' was told to stop at 40 ms, and it had ended at 30 ms; expected: not at all.",
      "possible": "Work that has ended needs no abort, and its result may still depend on the signal: the body of a response does.",
    }
  `);
  expect(toAbortOnlyRunning(await toldAfterItsEnd(30), 'It ended in time.')).toMatchInlineSnapshot(`
    {
      "fact": "'page' was told to stop at 30 ms, just after its end; expected: not at all.",
      "possible": "It ended in time.",
    }
  `);
});

test('toSettleLast: settled too early', async () => {
  expect(toSettleLast(await failing())).toMatchInlineSnapshot(`
    {
      "fact": "It settled at 20 ms, when 'b' (until 30 ms) and 'c' (until 40 ms) were still running; expected at 40 ms.",
      "possible": "Wait until each promise has settled, also those that you do not need any more, and settle after that.",
    }
  `);
  const stopping = await observe(
    async ({ job }) => {
      const controller = new AbortController();
      job('b', 50, { stopsIn: 10 })(controller.signal).catch(() => {});
      await job('a', 20)();
      controller.abort();
    },
    { mayLeave: ['work'] },
  );
  expect(toSettleLast(stopping)).toMatchInlineSnapshot(`
    {
      "fact": "It settled at 20 ms, when 'b' (until 30 ms) was still running; expected at 30 ms.",
      "possible": "Work that was told to stop needs time to end. Wait until each promise has settled, and settle after that.",
    }
  `);
});

test('toSettleLast: what begins only later was not running', async () => {
  const trace = await observe(
    async ({ job }) => {
      const [a, b] = [job('a', 20), job('b', 20)];
      a().then(() => b());
      await job('c', 10)();
    },
    { mayLeave: ['work'] },
  );
  expect(toSettleLast(trace)?.fact).toMatchInlineSnapshot(
    `"It settled at 10 ms, when 'a' (until 20 ms) was still running, and 'b' was not started yet; expected at 40 ms."`,
  );
});
