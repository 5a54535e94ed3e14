import { expect, observe, test } from '#lab';
import { toBePredictedBy } from './prediction.ts';

const program = () =>
  observe(
    async ({ job, log }) => {
      log('soup is on');
      await job('soup', 30)();
      log('soup is ready');
    },
    { hidesLog: true },
  );

test('toBePredictedBy: how far it is right, and no word of what comes next', async () => {
  const trace = await program();
  expect(toBePredictedBy(trace, ['soup is on', 'soup is ready'])).toBeUndefined();
  expect(toBePredictedBy(trace, ['soup is on', 'soup is tasted'])).toMatchInlineSnapshot(`
    {
      "fact": "The first line is right. Line 2 is not: the program never logs 'soup is tasted'. Is it spelt as it is logged?",
      "picture": false,
      "possible": "Line 2 comes at 30 ms. Whose sleep is over then, and who was waiting for that?",
    }
  `);
});

test('toBePredictedBy: only as far as the stretch goes', async () => {
  const trace = await program();
  expect(toBePredictedBy(trace, ['soup is on', 'no idea'], 'in the call')).toBeUndefined();
  expect(toBePredictedBy(trace, ['soup is ready'], 'in the call')).toMatchInlineSnapshot(`
    {
      "fact": "Line 1 is not right: the program logs 'soup is ready' later than that.",
      "picture": false,
      "possible": "Line 1 comes before the call of the program gives control back to its caller. A call runs a function at once, as far as its first await; from there the caller goes on.",
    }
  `);
});

test('toBePredictedBy: nothing written yet', async () => {
  expect(toBePredictedBy(await program(), [])).toMatchInlineSnapshot(`
    {
      "fact": "TODO: fill in the prediction: the lines that the program logs, in their order, each a string.",
      "picture": false,
    }
  `);
});
