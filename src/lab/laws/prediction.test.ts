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
      "possible": "Line 2 is logged at 30 ms. Which sleep ends at that time? Which function awaits it, and which one awaits that function?",
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
      "possible": "Line 1 is logged during the call of the program, before it returns. A call runs a function synchronously up to its first await; from there the caller continues.",
    }
  `);
});

test('toBePredictedBy: goes on behind the end', async () => {
  const trace = await program();
  const lines = ['soup is on', 'soup is ready'];
  expect(toBePredictedBy(trace, [...lines, 'soup is ready'])).toMatchInlineSnapshot(`
    {
      "fact": "The first 2 lines are right, and the program logs no more. Line 3 of the prediction, 'soup is ready', is one too many.",
      "picture": false,
      "possible": "'soup is ready' was logged before. Which call of a function would log it again?",
    }
  `);
  expect(toBePredictedBy(trace, [...lines, 'soup is eaten'])?.possible).toMatchInlineSnapshot(
    `"The program never logs 'soup is eaten'. Which code would log it?"`,
  );
  expect(toBePredictedBy(trace, lines.slice(0, 1))).toMatchInlineSnapshot(`
    {
      "fact": "The first line is right. The prediction ends here, but the program logs more.",
      "picture": false,
      "possible": "Line 2 is logged at 30 ms. Which sleep ends at that time? Which function awaits it, and which one awaits that function?",
    }
  `);
});

test('toBePredictedBy: a line that is no string', async () => {
  const trace = await program();
  const holes: string[] = new Array(2);
  expect(toBePredictedBy(trace, holes)?.fact).toBe(
    'Line 1 of the prediction is undefined; expected a string.',
  );
  holes[0] = 'soup is on';
  expect(toBePredictedBy(trace, holes)?.fact).toBe(
    'The first line is right. Line 2 of the prediction is undefined; expected a string.',
  );
});

test('toBePredictedBy: nothing written yet', async () => {
  expect(toBePredictedBy(await program(), [])).toMatchInlineSnapshot(`
    {
      "fact": "TODO: fill in the prediction: the lines that the program logs, in their order, each a string.",
      "picture": false,
    }
  `);
});
