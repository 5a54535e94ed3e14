import { expect, test } from 'vitest';
import { observe } from '#lab';
import { toRejectWithAll } from './tree.ts';

const [a, b, c] = [new Error('a failed'), 'b', undefined];

const rejecting = (reason: unknown) => observe(() => Promise.reject(reason));

const suppressing = (error: unknown, suppressed: unknown) =>
  Object.assign(new Error('several failed'), { error, suppressed });

test('aggregates in aggregates, by identity', async () => {
  const trace = await rejecting(new AggregateError([a, new AggregateError([b, c])]));
  expect(toRejectWithAll(trace, { errors: [a, { errors: [b, c] }] }, 0)).toBeUndefined();
  expect(
    toRejectWithAll(trace, { errors: [a, { errors: [c, b] }] }, 0, 'Why.'),
  ).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an AggregateError of [Error('a failed'), an AggregateError of ['b', undefined]] at 0 ms; expected an AggregateError of [Error('a failed'), an AggregateError of [undefined, 'b']].",
      "possible": "Why.",
    }
  `);
  expect(
    toRejectWithAll(trace, { errors: [new Error('a failed'), { errors: [b, c] }] })?.possible,
  ).toMatch('another object');
  expect(
    toRejectWithAll(trace, { errors: [a, { errors: [b, c] }] }, 7)?.fact,
  ).toMatchInlineSnapshot(
    `"It rejected at 0 ms with an AggregateError of [Error('a failed'), an AggregateError of ['b', undefined]]; expected at 7 ms."`,
  );
});

test('an AggregateError with the cause that the spec names, also of a class that extends it', async () => {
  class NotUndone extends AggregateError {
    override name = 'NotUndone';
  }
  const expected = { errors: [a, b], cause: c };
  const said = async (error: unknown, cause: unknown = c) =>
    toRejectWithAll(await rejecting(error), { ...expected, cause }, 0, 'Why.');
  const withCause = (cause: unknown) => new NotUndone([a, b], 'Not all is undone', { cause });
  expect(await said(withCause(c))).toBeUndefined();
  expect(await said(withCause(a))).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an AggregateError whose \`cause\` is Error('a failed'); expected undefined.",
      "possible": "Why.",
    }
  `);
  expect((await said(withCause(a), new Error('a failed')))?.possible).toMatch('another object');
  expect((await said(new AggregateError([a, b]), b))?.fact).toMatchInlineSnapshot(
    `"It rejected with an AggregateError whose \`cause\` is undefined; expected 'b'."`,
  );
  expect((await said(new AggregateError([b, a], '', { cause: c })))?.fact).toMatchInlineSnapshot(
    `"It rejected with an AggregateError of ['b', Error('a failed')] at 0 ms; expected an AggregateError of [Error('a failed'), 'b']."`,
  );
});

test('what was suppressed, the latest first, whichever way they nest', async () => {
  const expected = { suppressed: [a, b, c] };
  expect(
    toRejectWithAll(await rejecting(suppressing(a, suppressing(b, c))), expected),
  ).toBeUndefined();
  expect(
    toRejectWithAll(await rejecting(suppressing(suppressing(a, b), c)), expected),
  ).toBeUndefined();
  expect(toRejectWithAll(await rejecting(a), expected)?.fact).toMatchInlineSnapshot(
    `"It rejected with Error('a failed') at 0 ms; expected Error('a failed'), which suppressed 'b', which suppressed undefined."`,
  );
});

test('an Error that was written into itself', async () => {
  const circle = new Error('a failed');
  const trace = await rejecting(Object.assign(circle, { error: circle, suppressed: b }));
  expect(toRejectWithAll(trace, { suppressed: [circle, b] }, 0, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('a failed') within itself, which suppressed 'b' at 0 ms; expected Error('a failed'), which suppressed 'b'.",
      "possible": "This Error is to be found within itself: it is a reason, and several were written into it. Make a new Error for them.",
    }
  `);
  const all = new AggregateError([]);
  all.errors.push(all);
  expect(toRejectWithAll(await rejecting(all), { errors: [b] }, 0, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an AggregateError of [AggregateError([ AggregateError([ AggregateError([ … ], '') ], '') ], '') within itself] at 0 ms; expected an AggregateError of ['b'].",
      "possible": "Why.",
    }
  `);
});

test('no rejection at all', async () => {
  const trace = await observe(() => 'well');
  expect(toRejectWithAll(trace, { errors: [b] }, 0, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with 'well' at 0 ms; expected a rejection with an AggregateError of ['b'].",
      "possible": "Why.",
    }
  `);
});

test('a throw in the call, and a promise that stays pending', async () => {
  const thrown = await observe(() => {
    throw a;
  });
  expect(toRejectWithAll(thrown, { errors: [b] }, 0, 'Why.')?.fact).toMatchInlineSnapshot(`
    "It threw synchronously at 0 ms: a failed
    Expected the call to return a promise, and a rejection with an AggregateError of ['b']."
  `);
  const open = await observe(() => new Promise(() => {}));
  expect(toRejectWithAll(open, { errors: [b] }, 0, 'Why.')?.fact).toMatchInlineSnapshot(`
    "Deadlock at 0 ms: the promise is still pending. No timer is set and no work is running, so nothing can settle it any more.
    Expected a rejection with an AggregateError of ['b']."
  `);
});
