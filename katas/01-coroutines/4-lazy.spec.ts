import { again, eachReason, eachValue, expect, observe, test } from '#lab';
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

/** It is looked at, and never awaited: `stringify` reads `toJSON`, and calls it if it is a function. */
const unwanted = () =>
  observe(async ({ job, sleep }) => {
    const page = lazy(job('page', 30));
    const kind = typeof page.then;
    JSON.stringify(page, []);
    await sleep(20);
    return kind;
  });

type Ending = { fails: true } | { gives?: unknown; failsWith?: unknown };

/** What an `await` of it throws. */
const reasonOf = async (page: PromiseLike<unknown>) => {
  try {
    return { value: await page };
  } catch (reason) {
    return { reason };
  }
};

/** Awaited twice at the same time, once more after 7 of its 30 ms, and 20 ms after it has settled. */
const wantedByFour = (ending: Ending, end: (page: PromiseLike<unknown>) => Promise<unknown>) =>
  observe(async ({ job, sleep }) => {
    const page = lazy(job<unknown>('page', 30, ending));
    const both = Promise.all([end(page), end(page)]);
    await sleep(7);
    const third = await end(page);
    await sleep(20);
    return [...(await both), third, await end(page)];
  });

const giving = (ending: Ending = {}) => wantedByFour(ending, async (page) => await page);
const failing = (ending: Ending) => wantedByFour(ending, reasonOf);

/** It is awaited once more when the first `await` has thrown; what the second one throws is the outcome. */
const failingTwice = (reason: unknown) =>
  observe(async ({ job }) => {
    const page = lazy(job('page', 30, { failsWith: reason }));
    await reasonOf(page);
    return await page;
  });

/** The promise of `f` has settled when `f` returns it. */
const settled = (promise: () => Promise<unknown>) => observe(async () => await lazy(promise));

/** Two objects with the same `f`, awaited at 0 and at 13 ms; one with another `f`; one that is not awaited. */
const several = () =>
  observe(
    async ({ job, sleep }) => {
      const [page, other] = [job('page', 31), job('other', 17)];
      const [first, second, third] = [lazy(page), lazy(page), lazy(other)];
      lazy(page);
      const early = Promise.all([first]);
      await sleep(13);
      const later = Promise.all([second, third]);
      return [...(await early), ...(await later)];
    },
    {
      plan: {
        page: [
          [0, 31],
          [13, 44],
        ],
        sleep: [0, 13],
        other: [13, 30],
      },
    },
  );

const chained = () => observe(({ job }) => lazy(job('page', 30)).then((page) => `${page}, read`));

/** A promise has more methods than `then`; the last handler of this chain awaits the page again. */
const longChain = () =>
  observe(({ job }) => {
    const page = lazy(job('page', 30));
    const read = page.then((text) => `${text}, read`) as Promise<string>;
    return read.finally(() => {}).then(async (text) => [text, await page]);
  });

/** Nothing awaits what `then` returns. */
const unchained = () =>
  observe(async ({ job, log, sleep }) => {
    lazy(job('page', 30)).then(log);
    await sleep(47);
  });

const broken = new Error('broken');

/** One handler throws, one returns a promise that takes 17 ms more, and one is for a rejection. */
const handled = () =>
  observe(({ job }) => {
    const page = lazy(job('page', 30));
    const next = job('next', 17);
    return Promise.allSettled([
      page.then(() => {
        throw broken;
      }),
      page.then(() => next()),
      page.then(null, () => 'never'),
      page.then(),
    ]);
  });

/** The page rejects: with a handler for that, and without one. */
const handledFailure = (reason: Error) =>
  observe(({ job }) => {
    const page = lazy(job('page', 30, { failsWith: reason }));
    return Promise.allSettled([
      page.then(
        () => 'never',
        () => 'mended',
      ),
      page.then(() => 'never'),
    ]);
  });

/** The handler for the value throws, beside a handler for a rejection: the page has not rejected. */
const throwing = (reason: Error) =>
  observe(({ job }) =>
    lazy(job('page', 30)).then(
      () => {
        throw reason;
      },
      () => 'never',
    ),
  );

/** Handlers are attached when both have settled: the lines below come first. */
const attachedLate = () =>
  observe(async ({ job, log }) => {
    const page = lazy(job('page', 30));
    const missing = lazy(job('missing', 10, { failsWith: broken }));
    await Promise.allSettled([page, missing]);
    const handlers = [page.then(log), missing.then(null, () => log('missing'))];
    log('attached');
    await Promise.all(handlers);
  });

test('does not call f before the first await', async () => {
  await again(wantedLater, (trace) => {
    expect(trace).toRunAsPlanned();
    expect(trace).toTake(50);
  });
  expect(await unwanted()).toStart('page', 0);
});

test('calls f only once, and every await gets the value', async () => {
  const trace = await giving();
  expect(trace).toStart('page', 1);
  expect(trace).toGive(['PAGE', 'PAGE', 'PAGE', 'PAGE']);
  expect(await settled(async () => 'PAGE')).toTake(0);
  await eachValue(['page'], async ({ page }) => {
    const any = await giving({ gives: page });
    expect(any).toStart('page', 1);
    expect(any).toGive([page, page, page, page]);
  });
});

test('throws the reason at every await when f rejects, and does not call f again', async () => {
  const trace = await failing({ failsWith: broken });
  expect(trace).toStart('page', 1);
  expect(trace).toGive(Array(4).fill({ reason: broken }));
  expect(await settled(() => Promise.reject(broken))).toRejectWith(broken, 0);
  await eachReason(['page'], async ({ page }) => {
    expect(await failing({ failsWith: page })).toGive(Array(4).fill({ reason: page }));
    expect(await failingTwice(page)).toRejectWith(page, 30);
  });
});

test('calls f once for each object, also when two objects have the same f', async () => {
  await again(several, (trace) => {
    expect(trace).toRunAsPlanned();
    expect(trace).toGive(['PAGE', 'PAGE', 'OTHER']);
  });
});

test("returns a promise from 'then', so that calls can be chained", async () => {
  expect(await chained()).toGive(
    'PAGE, read',
    'then() returns a new promise: it fulfils with what the handler returns.',
  );
  expect(await longChain()).toGive(['PAGE, read', 'PAGE']);
  expect(await unchained()).toLog([30, 'PAGE']);
});

test('settles that promise with what the handler returns or throws', async () => {
  expect(await handled()).toGive([
    { status: 'rejected', reason: broken },
    { status: 'fulfilled', value: 'NEXT' },
    { status: 'fulfilled', value: 'PAGE' },
    { status: 'fulfilled', value: 'PAGE' },
  ]);
  expect(await handledFailure(broken)).toGive([
    { status: 'fulfilled', value: 'mended' },
    { status: 'rejected', reason: broken },
  ]);
  expect(await throwing(broken)).toRejectWith(broken);
});

test("calls no handler during the call of 'then'", async () => {
  const trace = await attachedLate();
  expect(trace).toLogInOrder(
    ['attached', 'PAGE', 'missing'],
    'then() itself calls no handler: a handler runs in a microtask, also when the promise has settled.',
  );
});
