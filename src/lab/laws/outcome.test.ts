import { expect, observe, test } from '#lab';
import { toFailWith, toGive } from './outcome.ts';

test('toGive: another value, and why', async () => {
  const trace = await observe(async ({ job }) => {
    const list: string[] = [];
    const push = (value: string) => list.push(value);
    await Promise.all([job('a', 20)().then(push), job('b', 10)().then(push)]);
    return list;
  });
  expect(toGive(trace, ['B', 'A'])).toBeUndefined();
  expect(toGive(trace, ['A', 'B'])).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with [ 'B', 'A' ] at 20 ms; expected [ 'A', 'B' ].",
      "possible": "The values are right, but in the order in which they arrived; expected input order.",
    }
  `);
});

test('toGive: what the spec says, where the run itself proves nothing', async () => {
  const trace = await observe(() => 'a copy');
  expect(toGive(trace, 'the job', 'A copy is not the job.')).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with 'a copy' at 0 ms; expected 'the job'.",
      "possible": "A copy is not the job.",
    }
  `);
});

/** 'a' fails at 20 ms. */
const failing = () => observe(({ job }) => job('a', 20, { fails: true })());

test('toGive: a failure in its place', async () => {
  expect(toGive(await failing(), 'A')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 20 ms with: a failed
    Expected it to fulfil with 'A'.",
      "picture": true,
      "possible": "That is the error of 'a', which failed at 20 ms. Should one failure decide the whole result?",
    }
  `);
  const throwing = await observe(({ job }) => {
    job('a', 20);
    throw new Error('no bread');
  });
  expect(toGive(throwing, undefined, 'An error is no value.')).toMatchInlineSnapshot(`
    {
      "fact": "It threw synchronously at 0 ms: no bread
    Expected it to fulfil with undefined.",
      "picture": false,
      "possible": "An error is no value.",
    }
  `);
});

test('toGive: a deadlock in its place', async () => {
  const trace = await observe(async ({ job }) => {
    await job('a', 20)();
    return new Promise(() => {});
  });
  expect(toGive(trace, [undefined, 'A'])).toMatchInlineSnapshot(`
    {
      "fact": "Deadlock at 20 ms: the promise is still pending. No timer is set and no work is running, so nothing can settle it any more.
    Expected it to fulfil with [ undefined, 'A' ].",
      "possible": "Does your code treat undefined as a missing value? An if, || and filter(Boolean) do.",
    }
  `);
});

test('toFailWith: the same error, at its ms', async () => {
  const trace = await failing();
  expect(toFailWith(trace, 'a failed')).toBeUndefined();
  expect(toFailWith(trace, 'a failed', 20)).toBeUndefined();
  expect(toFailWith(trace, 'a failed', 30)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with 'a failed' at 20 ms; expected at 30 ms.",
      "possible": "'a' ran from 0 to 20 ms. Was it started too early?",
    }
  `);
});

/** 'a' fails at 10 ms, which is passed on only after `until`. */
const passedOnLate = (until: 'b' | 'a timer') =>
  observe(async ({ job }) => {
    const a = job('a', 10, { fails: true })();
    a.catch(() => {});
    if (until === 'b') await job('b', 30)();
    else await new Promise((resolve) => setTimeout(resolve, 30));
    await a;
  });

test('toFailWith: what a late rejection waited for', async () => {
  expect(toFailWith(await passedOnLate('b'), 'a failed', 10)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with 'a failed' at 30 ms; expected at 10 ms.",
      "possible": "'a' had failed at 10 ms. 'b' ended at 30 ms: was it awaited first?",
    }
  `);
  expect(toFailWith(await passedOnLate('a timer'), 'a failed', 10)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with 'a failed' at 30 ms; expected at 10 ms.",
      "possible": "'a' had failed at 10 ms. A timer of your code fired at 30 ms: does your code poll?",
    }
  `);
  const startedLate = await observe(async ({ job }) => {
    const a = job('a', 10, { fails: true });
    await job('b', 30)();
    await a();
  });
  expect(toFailWith(startedLate, 'a failed', 10)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with 'a failed' at 40 ms; expected at 10 ms.",
      "possible": "'a' was started only at 30 ms, just when 'b' had ended. Was 'b' awaited before 'a' was called? Start both first, then await them.",
    }
  `);
});

test('toFailWith: an error of its own, where nothing else was awaited', async () => {
  const trace = await observe(({ job }) =>
    job('a', 20, { fails: true })().catch(() => {
      throw new Error('it did not work');
    }),
  );
  expect(toFailWith(trace, 'a failed')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 20 ms with: it did not work
    Expected a rejection with 'a failed'.",
      "picture": true,
      "possible": "'a' failed with the expected error at 20 ms, but this is another one. Pass on the error object that you got.",
    }
  `);
});

test('toFailWith: the error of other work, which failed later', async () => {
  const trace = await observe(async ({ job }) => {
    const work = [job('a', 30, { fails: true })(), job('b', 10, { fails: true })()];
    const settled = await Promise.allSettled(work);
    throw (settled[0] as PromiseRejectedResult).reason;
  });
  expect(toFailWith(trace, 'b failed')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 30 ms with: a failed
    Expected a rejection with 'b failed'.",
      "picture": true,
      "possible": "'b' had failed at 10 ms, before 'a'. Does your code wait for 'a', or for all, before it looks at 'b'?",
    }
  `);
});

test('toFailWith: the error of other work, which failed earlier', async () => {
  const trace = await observe(async ({ job }) => {
    const work = [job('a', 10, { fails: true })(), job('b', 30, { fails: true })()];
    const settled = await Promise.allSettled(work);
    throw (settled[0] as PromiseRejectedResult).reason;
  });
  expect(toFailWith(trace, 'b failed', 30, 'The last one counts.')?.possible).toBe(
    'The last one counts.',
  );
});

test('toFailWith: an error that comes from stopping', async () => {
  const trace = await observe(async ({ job }) => {
    const controller = new AbortController();
    const a = job('a', 90, { stopsIn: 10 })(controller.signal);
    await job('b', 30, { fails: true })().catch(() => controller.abort());
    await a;
  });
  expect(toFailWith(trace, 'b failed')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected at 40 ms with: AbortError: This operation was aborted
    Expected a rejection with 'b failed'.",
      "picture": true,
      "possible": "'b' had failed at 30 ms, and 'a' was told to stop after that. An error from stopping is a consequence: reject with the first error, which is the cause.",
    }
  `);
});

test('toFailWith: what became of the error that was expected, and not of another one', async () => {
  const handled = await observe(async ({ job }) => {
    const work = [job('a', 30, { fails: true })(), job('b', 10, { fails: true })()];
    await Promise.allSettled(work);
    return [];
  });
  expect(toFailWith(handled, 'b failed')).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with [] at 30 ms; expected a rejection with 'b failed'.",
      "possible": "'b' failed at 10 ms. That error was handled, but not passed on. Does a catch turn it into a value?",
    }
  `);
  const asValue = await observe(({ job }) =>
    job('a', 20, { fails: true })().catch((error) => error),
  );
  expect(toFailWith(asValue, 'a failed')?.possible).toMatchInlineSnapshot(
    `"'a' failed at 20 ms, and its error became a value. Throw the error: a caller does not look for one in the result."`,
  );
  const notAwaited = await observe(
    async ({ job }) => {
      void job('a', 20, { fails: true })();
      await job('b', 30)();
    },
    { mayLeave: ['rejection'] },
  );
  expect(toFailWith(notAwaited, 'a failed')?.possible).toMatchInlineSnapshot(
    `"'a' failed at 20 ms, and its rejection has no handler. Your code did not await 'a'."`,
  );
  const tooEarly = await observe(
    ({ job }) => void job('a', 20, { fails: true })().catch(() => {}),
    {
      mayLeave: ['work'],
    },
  );
  expect(toFailWith(tooEarly, 'a failed')?.possible).toMatchInlineSnapshot(
    `"'a' failed at 20 ms, after that. Your code did not await 'a'."`,
  );
  const neverCalled = await observe(({ job }) => void job('a', 20, { fails: true }));
  expect(toFailWith(neverCalled, 'a failed')?.possible).toMatchInlineSnapshot(
    `"'a' was never started. Call what was passed in: only work that was started can fail."`,
  );
});

test('toGive: what work fulfilled with is the very same object, and no copy of it', async () => {
  const error = new Error('a value');
  const settled = (end: (value: unknown) => unknown) =>
    observe(async ({ job }) => [end(await job('a', 10, { gives: error as unknown })())]);
  expect(await settled((value) => value)).toGive([error]);
  expect(toGive(await settled(() => new Error('a value')), [error])?.fact).toBe(
    "It fulfilled with [ Error('a value') ] at 10 ms; expected [ Error('a value') ].",
  );
  const list = [{ id: 1 }, { id: 2 }];
  const each = (pick: (items: object[]) => unknown) =>
    observe(async ({ job }) => pick(await job('list', 10, { gives: list })()));
  expect(await each((items) => [items[1], items[0]])).toGive(list.toReversed());
  expect(await each((items) => items[0])).toGive(list[0]);
  expect(toGive(await each((items) => [{ ...items[1] }]), [list[1]])?.possible).toBe(
    'It looks the same, but it is a copy. Pass on the object that the work fulfilled with.',
  );
});

test('toGive: a timer with unref() is the cause, whatever the spec says about the value', async () => {
  const trace = await observe(
    () => new Promise((resolve) => void setTimeout(resolve, 50).unref()),
    { mayLeave: ['timer'] },
  );
  expect(toGive(trace, 'done', 'It is done at 50 ms.')?.possible).toMatchInlineSnapshot(
    `"A timer with unref() was set at 0 ms, due at 50 ms. Use a timer that keeps the process alive for what your code awaits."`,
  );
  const cleared = await observe(() => {
    clearTimeout(setTimeout(() => {}, 50).unref());
    return new Promise(() => {});
  });
  expect(toGive(cleared, 'done', 'It is done at 50 ms.')?.possible).toMatchInlineSnapshot(
    `"It is done at 50 ms."`,
  );
});

test('toFailWith: a text is no error with that message', async () => {
  const trace = await observe(() => Promise.reject('no bread'));
  expect(() => expect(trace).toFailWith('no bread')).toThrow(
    "It rejected with a text, 'no bread'; expected an Error with that message.",
  );
});
