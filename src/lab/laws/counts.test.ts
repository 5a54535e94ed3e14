import { expect, observe, test } from '#lab';
import { toSetTimers, toStart } from './counts.ts';

test('toStart: called for each who awaits', async () => {
  const trace = await observe(async ({ job }) => {
    const page = job('page', 10);
    await Promise.all([page(), page()]);
    await page();
  });
  expect(toStart(trace, 'page', 3)).toBeUndefined();
  expect(toStart(trace, 'page', 1)).toMatchInlineSnapshot(`
    {
      "fact": "'page' was started 3 times, at 0, 0 and 10 ms; expected once.",
      "possible": "Each call starts the work anew; the promise that one call gives can be awaited by any number.",
    }
  `);
});

test('toStart: not tried again', async () => {
  const trace = await observe(({ job }) => job('page', 10, { fails: true })().catch(() => {}));
  expect(toStart(trace, 'page', 2)).toMatchInlineSnapshot(`
    {
      "fact": "'page' was started once, at 0 ms; expected 2 times.",
      "possible": "page had failed at 10 ms, and it was not tried again: a failure that is kept can never be mended.",
    }
  `);
});

test('toSetTimers: asked every now and then', async () => {
  const trace = await observe(async ({ job }) => {
    let isThere = false;
    job('page', 25)().then(() => {
      isThere = true;
    });
    while (!isThere) await new Promise((resolve) => setTimeout(resolve, 10));
  });
  expect(toSetTimers(trace, 3)).toBeUndefined();
  expect(toSetTimers(trace, 0)).toMatchInlineSnapshot(`
    {
      "fact": "3 timers were set (0 → 10, 10 → 20 and 20 → 30 ms); expected 0.",
      "possible": "A timer calls when its time has come: nobody has to ask every now and then.",
    }
  `);
});
