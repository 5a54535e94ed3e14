import { expect, observe, test } from '#lab';
import { lazy } from './4-lazy.ts';

/** The page takes 30 ms, and somebody wants it at 20 ms. */
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

/** Wanted by two together, and by a third when it has long been there. */
const wantedByThree = () =>
  observe(async ({ job, sleep }) => {
    const page = lazy(job('page', 30));
    const both = await Promise.all([page, page]);
    await sleep(20);
    return [...both, await page];
  });

const failing = () =>
  observe(async ({ job }) => {
    const page = lazy(job('page', 30, { fails: true }));
    const outcome = async () => {
      try {
        return await page;
      } catch (error) {
        return (error as Error).message;
      }
    };
    const both = await Promise.all([outcome(), outcome()]);
    return [...both, await outcome()];
  });

test('does not call f before somebody awaits', async () => {
  expect(await unwanted()).toStart('page', 0);
});

test('calls f when somebody awaits, and gives its value', async () => {
  const trace = await wantedLater();
  expect(trace).toRunAsPlanned();
  expect(trace).toGive('PAGE');
});

test('calls f once for three who await', async () => {
  const trace = await wantedByThree();
  expect(trace).toStart('page', 1);
  expect(trace).toGive(['PAGE', 'PAGE', 'PAGE']);
});

test('passes a failure on to each who awaits', async () => {
  const trace = await failing();
  expect(trace).toStart('page', 1);
  expect(trace).toGive(['page failed', 'page failed', 'page failed']);
});
