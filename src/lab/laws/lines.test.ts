import { expect, observe, test } from '#lab';
import { toLog, toLogInOrder, toLogInTheCall } from './lines.ts';

/** Somebody forgets an await: `ready` comes before the soup is done. */
const tooEarly = () =>
  observe(
    async ({ job, log }) => {
      log('cooking');
      job('soup', 30)();
      log('ready');
    },
    { mayLeave: ['work'] },
  );

test('toLog: each line at its ms', async () => {
  const trace = await tooEarly();
  expect(toLog(trace, [0, 'cooking'], [0, 'ready'])).toBeUndefined();
  expect(toLog(trace, [0, 'cooking'], [30, 'ready'])).toMatchInlineSnapshot(`
    {
      "fact": "It logged 'ready' at 0 ms; expected at 30 ms.",
      "possible": "'soup' (until 30 ms) was still running then: nobody awaited it.",
    }
  `);
});

test('toLogInTheCall: too early, and too late', async () => {
  const trace = await tooEarly();
  expect(toLogInTheCall(trace, 'cooking', 'ready')).toBeUndefined();
  expect(toLogInTheCall(trace, 'cooking')).toMatchInlineSnapshot(`
    {
      "fact": "'ready' was logged before the call gave control back; expected only 'cooking'.",
      "possible": "What comes after a wait belongs after an await. 'soup' (until 30 ms) was still running then: nobody awaited it.",
    }
  `);

  const later = await observe(async ({ log }) => {
    await null;
    log('cooking');
  });
  expect(toLogInTheCall(later, 'cooking')).toMatchInlineSnapshot(`
    {
      "fact": "'cooking' was logged at 0 ms, but only after the call had given control back to its caller.",
      "possible": "An async function runs at once when it is called, up to its first await. A timer, a then and an await put things off; what is to run now needs none of them, and must not wait for others.",
    }
  `);
});

test('toLogInOrder: at whatever ms, and because', async () => {
  const trace = await tooEarly();
  expect(toLogInOrder(trace, ['cooking', 'ready'])).toBeUndefined();
  const because = 'Nobody cooks what is ready.';
  const breach = toLogInOrder(trace, ['ready', 'cooking'], because);
  expect(breach?.possible).toBe(because);
  expect(breach?.fact).toMatchInlineSnapshot(
    `"'cooking' came before 'ready'; 'ready' comes first."`,
  );
});
