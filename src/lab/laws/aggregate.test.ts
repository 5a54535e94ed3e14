import { expect, observe, test } from '#lab';
import { toRejectWithAggregate } from './aggregate.ts';

const [room, flight, car] = ['no answer', new Error('no line'), null];
const parts = { errors: [room, flight], cause: car };

const rejecting = (error: unknown) =>
  observe(({ job }) => job('a', 10)().then(() => Promise.reject(error)));

test('toRejectWithAggregate: the errors in their order, and the cause', async () => {
  class NotUndone extends AggregateError {
    override name = 'NotUndone';
  }
  for (const type of [AggregateError, NotUndone]) {
    const error = new type([room, flight], 'Not all is undone', { cause: car });
    expect(await rejecting(error)).toRejectWithAggregate(parts, 10);
  }
  const late = await rejecting(new AggregateError([room, flight], '', { cause: car }));
  expect(toRejectWithAggregate(late, parts, 5, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an AggregateError at 10 ms; expected at 5 ms.",
      "possible": "Why.",
    }
  `);
});

test('other errors, in another order, or copies', async () => {
  const said = async (...errors: unknown[]) => {
    const trace = await rejecting(new AggregateError(errors, '', { cause: car }));
    return toRejectWithAggregate(trace, parts, 10, 'Why.');
  };
  expect(await said(room)).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an AggregateError whose \`errors\` are [ 'no answer' ]; expected [ 'no answer', Error('no line') ].",
      "possible": "Why.",
    }
  `);
  expect((await said(flight, room))?.fact).toMatchInlineSnapshot(
    `"It rejected with an AggregateError whose \`errors\` are [ Error('no line'), 'no answer' ]; expected [ 'no answer', Error('no line') ]."`,
  );
  expect((await said(room, new Error('no line')))?.possible).toMatchInlineSnapshot(
    `"It looks the same, and is another object. Pass on each reason as your code caught it."`,
  );
});

test('no cause, or another one', async () => {
  const trace = await rejecting(new AggregateError([room, flight]));
  expect(toRejectWithAggregate(trace, parts, 10, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with an AggregateError whose \`cause\` is undefined; expected null.",
      "possible": "Why.",
    }
  `);
});

test('another error, or none', async () => {
  expect(toRejectWithAggregate(await rejecting(flight), parts, 10, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It rejected with Error('no line') at 10 ms; expected a rejection with an AggregateError.",
      "possible": "Why.",
    }
  `);
  const fine = await observe(() => 'fine');
  expect(toRejectWithAggregate(fine, parts, 0, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It fulfilled with 'fine' at 0 ms; expected a rejection with an AggregateError.",
      "possible": "Why.",
    }
  `);
  const thrown = await observe(() => {
    throw flight;
  });
  expect(toRejectWithAggregate(thrown, parts, 0, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "It threw synchronously at 0 ms: no line
    Expected the call to return a promise, and a rejection with an AggregateError.",
      "picture": false,
      "possible": undefined,
    }
  `);
  const open = await observe(() => new Promise(() => {}));
  expect(toRejectWithAggregate(open, parts, 0, 'Why.')).toMatchInlineSnapshot(`
    {
      "fact": "Deadlock at 0 ms: the promise is still pending. No timer is set and no work is running, so nothing can settle it any more.
    Expected a rejection with an AggregateError.",
      "possible": "No work was started in this run. Does your code settle the promise when there is nothing to wait for?",
    }
  `);
});
