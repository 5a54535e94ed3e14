import { expect, observe, test } from '#lab';
import { lazy } from './4-lazy.ts';

/** The page takes 30 ms; it is awaited at 20 ms. */
const wantedLater = () =>
  observe(
    async ({ job, sleep }) => {
      const page = lazy(job('page', 30));
      await sleep(20);
      return await page;
    },
    { plan: { sleep: [0, 20], page: [20, 50] } },
  );

/** It is never awaited. */
const unwanted = () =>
  observe(async ({ job, sleep }) => {
    lazy(job('page', 30));
    await sleep(20);
  });

/** It is awaited twice at the same time, and once more 20 ms after it has fulfilled. */
const wantedByThree = () =>
  observe(async ({ job, sleep }) => {
    const page = lazy(job('page', 30));
    const both = await Promise.all([page, page]);
    await sleep(20);
    return [...both, await page];
  });

/** The same three awaits, but the page rejects at 30 ms. */
const failing = () =>
  observe(async ({ job, sleep }) => {
    const page = lazy(job('page', 30, { fails: true }));
    const outcome = async () => {
      try {
        return await page;
      } catch (error) {
        return (error as Error).message;
      }
    };
    const both = await Promise.all([outcome(), outcome()]);
    await sleep(20);
    return [...both, await outcome()];
  });

const chained = () => observe(({ job }) => lazy(job('page', 30)).then((page) => `${page}, read`));

test('does not call f before the first await', async () => {
  expect(await wantedLater()).toRunAsPlanned();
  expect(await unwanted()).toStart('page', 0);
});

test('calls f only once, and every await gets the value', async () => {
  const trace = await wantedByThree();
  expect(trace).toStart('page', 1);
  expect(trace).toGive(['PAGE', 'PAGE', 'PAGE']);
});

test('throws the error at every await when f rejects, and does not call f again', async () => {
  const trace = await failing();
  expect(trace).toStart('page', 1);
  expect(trace).toGive(['page failed', 'page failed', 'page failed']);
});

test("returns a promise from 'then', so that calls can be chained", async () => {
  expect(await chained()).toGive(
    'PAGE, read',
    'then() returns a new promise: it fulfils with what the handler returns.',
  );
});
