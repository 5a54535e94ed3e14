import { expect, observe, test } from '#lab';
import { lazy } from './4-lazy.ts';

/** The page takes 30 ms; somebody wants it at 20 ms. */
const wantedLater = () =>
  observe(
    async ({ job, sleep }) => {
      const page = lazy(job('page', 30));
      await sleep(20);
      return await page;
    },
    { plan: { sleep: [0, 20], page: [20, 50] } },
  );

/** Nobody wants it at all. */
const unwanted = () =>
  observe(async ({ job, sleep }) => {
    lazy(job('page', 30));
    await sleep(20);
  });

/** Two want it together, and a third one when it has long been there. */
const wantedByThree = () =>
  observe(async ({ job, sleep }) => {
    const page = lazy(job('page', 30));
    const both = await Promise.all([page, page]);
    await sleep(20);
    return [...both, await page];
  });

/** The same three, and the page fails at 30 ms. */
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

test('does not call f before somebody awaits', async () => {
  expect(await wantedLater()).toRunAsPlanned();
  expect(await unwanted()).toStart('page', 0);
});

test('calls f once, and gives its value to each who awaits', async () => {
  const trace = await wantedByThree();
  expect(trace).toStart('page', 1);
  expect(trace).toGive(['PAGE', 'PAGE', 'PAGE']);
});

test('passes a failure on to each who awaits, and does not try again', async () => {
  const trace = await failing();
  expect(trace).toStart('page', 1);
  expect(trace).toGive(['page failed', 'page failed', 'page failed']);
});

test('can be chained', async () => {
  expect(await chained()).toGive('PAGE, read');
});
