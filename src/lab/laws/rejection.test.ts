import { expect, observe, test } from '#lab';
import { toRejectWith } from './rejection.ts';

const reason = { message: 'no Error' };

const passedOn = () => observe(({ job }) => job('a', 10, { failsWith: reason })());

test('toRejectWith: the very reason, whatever it is', async () => {
  expect(await passedOn()).toRejectWith(reason, 10);
  expect(toRejectWith(await passedOn(), reason, 5)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with { message: 'no Error' } at 10 ms; expected at 5 ms.",
      "possible": undefined,
    }
  `);
});

test('a reason that counts as false is one', async () => {
  const trace = await observe(({ job }) =>
    job('a', 10, { failsWith: undefined })().catch((error) => error ?? 'fine'),
  );
  expect(toRejectWith(trace, undefined)).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with 'fine' at 10 ms; expected a rejection with undefined.",
      "possible": "A promise may reject with any value. Does your code test the reason itself, as in if (error)?",
    }
  `);
});

test('a copy is another reason', async () => {
  const error = new Error('no bread');
  const trace = await observe(({ job }) =>
    job('a', 10, { fails: error })().catch(({ message }) => Promise.reject(new Error(message))),
  );
  expect(toRejectWith(trace, error)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('no bread') at 10 ms; expected a rejection with Error('no bread').",
      "possible": "It looks the same, and is another object. Pass on the one that you caught: its stack and its class say what happened.",
    }
  `);
});

test('toRejectWith: because', async () => {
  expect(toRejectWith(await passedOn(), reason, 5, 'It had failed at 5 ms.')?.possible).toBe(
    'It had failed at 5 ms.',
  );
  const pending = await observe(() => new Promise(() => {}));
  expect(toRejectWith(pending, reason, 5, 'It had failed.')?.possible).toBe('It had failed.');
  const fulfilled = await observe(({ job }) => job('a', 10)());
  expect(toRejectWith(fulfilled, reason, 5, 'It had failed.')?.possible).toBe('It had failed.');
  expect(toRejectWith(fulfilled, reason, 10, 'It had failed.')?.possible).toMatchInlineSnapshot(
    `"The time is right, but a promise that fulfils stands for success: reject. It had failed."`,
  );
});

test('toRejectWith: a callback that threw when the rejection should have come', async () => {
  const trace = await observe(
    async ({ job }) => {
      setTimeout(() => {
        throw new TypeError('reason is frozen');
      }, 5);
      return job('a', 10)();
    },
    { mayLeave: ['throw'] },
  );
  expect(toRejectWith(trace, reason, 5, 'The time was up.')?.possible).toMatchInlineSnapshot(
    `"At 5 ms a callback threw 'TypeError: reason is frozen', and the code after that line did not run."`,
  );
  expect(toRejectWith(trace, reason, 7, 'The time was up.')?.possible).toBe('The time was up.');
});

test('toRejectWith: where other work of the scene decides, because says why it should not', async () => {
  const other = toRejectWith(await passedOn(), 'quit', 10, 'The signal had been aborted.');
  expect(other?.possible).toBe(
    "That is the error of 'a', which failed at 10 ms. The signal had been aborted.",
  );
});

test('an abort whose reason is hidden in another error, or in the event', async () => {
  const aborted = (fail: (signal: AbortSignal, event: Event) => unknown) =>
    observe(({ at, controller }) => {
      const stop = controller();
      at(10, () => stop.abort('quit'));
      return new Promise((_, reject) =>
        stop.signal.addEventListener('abort', (event) => reject(fail(stop.signal, event))),
      );
    });
  const wrapped = await aborted(({ reason: cause }) => new Error('aborted', { cause }));
  expect(toRejectWith(wrapped, 'quit')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('aborted', { cause: 'quit' }) at 10 ms; expected a rejection with 'quit'.",
      "possible": "The expected reason is the \`cause\` of that error. Pass on the reason itself: a caller compares it.",
    }
  `);
  const event = await aborted((_, event) => event);
  expect(toRejectWith(event, 'quit')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Event('abort') at 10 ms; expected a rejection with 'quit'.",
      "possible": "That is the event, which a listener gets as its argument. The reason is in \`signal.reason\`.",
    }
  `);
});

test('undefined, where a reason was expected', async () => {
  const trace = await observe(({ controller }) => Promise.reject(controller().signal.reason));
  expect(toRejectWith(trace, 'quit')?.possible).toMatchInlineSnapshot(
    `"Where does \`undefined\` come from? The reason of a signal is there only after the abort of that signal."`,
  );
  const withoutSignal = await observe(() => Promise.reject(undefined));
  expect(toRejectWith(withoutSignal, 'quit', 0, 'The first one counts.')?.possible).toBe(
    'Where does `undefined` come from? The first one counts.',
  );
});

test('an error of its own', async () => {
  const trace = await observe(() => Promise.reject(new Error('aborted')));
  expect(toRejectWith(trace, 'quit')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('aborted') at 0 ms; expected a rejection with 'quit'.",
      "possible": "Does your code make an error of its own? Pass on the reason as it is: a caller compares it.",
    }
  `);
});

test('an error that came after the one that was expected', async () => {
  const later = (end: { failsWith: unknown } | { stopsIn: number }) =>
    observe(async ({ job, at, controller }) => {
      const stop = controller();
      at(5, () => stop.abort(reason));
      await job('a', 10, end)('stopsIn' in end ? stop.signal : undefined).catch(() => {});
      throw new Error('unlock failed');
    });
  expect(toRejectWith(await later({ failsWith: reason }), reason)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('unlock failed') at 10 ms; expected a rejection with { message: 'no Error' }.",
      "possible": "'a' failed with the expected reason at 10 ms. Pass on the reason as it is: a caller compares it.",
    }
  `);
  expect(toRejectWith(await later({ stopsIn: 3 }), reason)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('unlock failed') at 8 ms; expected a rejection with { message: 'no Error' }.",
      "possible": "'a' had been told to stop with the expected reason at 5 ms. An error that comes after that is a consequence: reject with the reason of the signal, which is the cause.",
    }
  `);
});

test('the error of work that was told to stop after the expected failure', async () => {
  const trace = await observe(async ({ job, controller }) => {
    const stop = controller();
    const b = job('b', 30, { stopsIn: 3 })(stop.signal);
    await job('a', 10, { failsWith: reason })().catch(() => stop.abort());
    await b;
  });
  expect(toRejectWith(trace, reason)?.possible).toBe(
    "'a' failed with the expected reason at 10 ms. 'b' was told to stop after that, and this is its error: keep the first failure.",
  );
});

test('an AggregateError that has the expected reason among others', async () => {
  const trace = await observe(async ({ job, at, controller }) => {
    const stop = controller();
    at(5, () => stop.abort(reason));
    const stopped = await job('a', 10)(stop.signal).catch((error) => error);
    throw new AggregateError([stopped], 'one has failed');
  });
  expect(toRejectWith(trace, reason, 5, 'To stop is no failure.')?.possible).toBe(
    'The expected reason is in the `errors` of that AggregateError. To stop is no failure.',
  );
  expect(toRejectWith(trace, reason)?.possible).toBe(
    'The expected reason is in the `errors` of that AggregateError. Pass on the reason itself: a caller compares it.',
  );
});

test('an error of its own, where a reason that counts as false was expected', async () => {
  const own = await observe(() => Promise.reject(new Error('aborted')));
  expect(toRejectWith(own, null)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('aborted') at 0 ms; expected a rejection with null.",
      "possible": "Does your code make an error of its own? Pass on the reason as it is: a caller compares it. Or does it test the reason itself, as in if (reason)? That may be any value.",
    }
  `);
  const stopped = await observe(async ({ job, at, controller }) => {
    const stop = controller();
    at(5, () => stop.abort(null));
    await job('a', 10)(stop.signal).catch(() => {});
    throw new Error('unlock failed');
  });
  expect(toRejectWith(stopped, null)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('unlock failed') at 5 ms; expected a rejection with null.",
      "possible": "'a' had been told to stop with the expected reason at 5 ms. An error that comes after that is a consequence: reject with the reason of the signal, which is the cause. A reason may be any value: ask whether the signal is \`aborted\`, not whether it has a reason.",
    }
  `);
});

test('an error that is thrown in the call is no rejection', async () => {
  const trace = await observe(() => {
    throw reason;
  });
  expect(toRejectWith(trace, reason)).toMatchInlineSnapshot(`
    {
      "fact": "It threw synchronously at 0 ms: { message: 'no Error' }
    Expected the call to return a promise, and a rejection with { message: 'no Error' }.",
      "picture": false,
      "possible": "That is not an Error, so it has no stack, and its line is not known.",
    }
  `);
});
