import { judging, type Lab } from '#lab';
import { check, type Limit } from './3-limiter.ts';

/** `n` workers, each of which takes the next item when it is done with one. */
const workers: Limit = async (n, items, f) => {
  const results: unknown[] = [];
  let next = 0;
  let hasFailed = false;
  const work = async () => {
    while (next < items.length && !hasFailed) {
      const i = next++;
      try {
        results[i] = await f(items[i] as string);
      } catch (error) {
        hasFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: n }, work));
  return results;
};

const five = async ({ job }: Lab, limit: Limit) => {
  const jobs = { a: 30, b: 10, c: 25, d: 20, e: 15 };
  const works = Object.entries(jobs).map(([name, ms]) => [name, job(name, ms)] as const);
  const work = new Map(works);
  await limit(2, Object.keys(jobs), async (item) => work.get(item)?.());
};

/** The same, and the second one rejects. */
const failing = async ({ job, call }: Lab, limit: Limit) => {
  const work = new Map([
    ['a', job('a', 30)],
    ['b', job('b', 10, { fails: true })],
    ['c', job('c', 25)],
  ]);
  await call('limit', () => limit(2, [...work.keys()], async (item) => work.get(item)?.()));
};

const none = async ({ call }: Lab, limit: Limit) => {
  await call('limit', () => limit(2, [], async () => {}));
};

const { accepts, notices, andInItself } = judging<Limit>(check, {
  right: () => workers,
  scene: five,
});

accepts('n workers', () => workers);

accepts('one that races what is in flight', () => async (n, items, f) => {
  const inFlight = new Set<Promise<unknown>>();
  const results: Promise<unknown>[] = [];
  for (const item of items) {
    if (inFlight.size >= n) await Promise.race(inFlight);
    const work = f(item);
    const settled = work.finally(() => inFlight.delete(settled));
    inFlight.add(settled);
    results.push(settled);
  }
  return Promise.all(results);
});

accepts(
  'one with callbacks that counts',
  () => (n, items, f) =>
    new Promise((resolve, reject) => {
      const results: unknown[] = [];
      let [next, left] = [0, items.length];
      let isOver = false;
      const start = () => {
        const i = next++;
        f(items[i] as string).then(
          (value) => {
            results[i] = value;
            if (--left === 0) resolve(results);
            else if (next < items.length && !isOver) start();
          },
          (error) => {
            isOver = true;
            reject(error);
          },
        );
      };
      if (left === 0) resolve([]);
      while (next < Math.min(n, items.length)) start();
    }),
);

notices('that it starts all of them at once', () => (_n, items, f) => Promise.all(items.map(f)));

notices('that it starts one after another', () => (_n, items, f) => workers(1, items, f));

notices('that one too many is in flight', () => (n, items, f) => workers(n + 1, items, f));

notices('that it waits for a whole batch', () => async (n, items, f) => {
  const results: unknown[] = [];
  for (let i = 0; i < items.length; i += n)
    results.push(...(await Promise.all(items.slice(i, i + n).map(f))));
  return results;
});

notices(
  'that it starts them from the end',
  () => async (n, items, f) => (await workers(n, items.toReversed(), f)).toReversed(),
);

notices('that it starts nothing during the call', () => async (n, items, f) => {
  await null;
  return workers(n, items, f);
});

notices(
  'that the results are in the order of their ends',
  () => async (n, items, f) => {
    const results: unknown[] = [];
    await workers(n, items, async (item) => {
      results.push(await f(item));
    });
    return results;
  },
  async ({ job, log }, limit) => {
    const work = new Map([
      ['a', job('a', 30)],
      ['b', job('b', 10)],
    ]);
    log(`fulfils with ${await limit(2, ['a', 'b'], async (item) => work.get(item)?.())}`);
  },
);

notices(
  'that it fulfils when the last one has started',
  () => (n, items, f) => {
    const results: unknown[] = [];
    let started = 0;
    return new Promise((resolve, reject) => {
      workers(n, items, async (item) => {
        if (++started === items.length) setImmediate(() => resolve(results));
        results[items.indexOf(item)] = await f(item);
      }).then(() => resolve(results), reject);
    });
  },
  async (lab, limit) => {
    await five(lab, (...given) => lab.call('limit', () => limit(...given)));
  },
);

notices(
  'that it never fulfils for no items',
  () => (n, items, f) => (items.length > 0 ? workers(n, items, f) : new Promise(() => {})),
  none,
);

notices(
  'that it goes on after a rejection',
  () => async (n, items, f) => {
    const results: unknown[] = [];
    let next = 0;
    const work = async () => {
      while (next < items.length) {
        const i = next++;
        results[i] = await f(items[i] as string);
      }
    };
    await Promise.all(Array.from({ length: n }, work));
    return results;
  },
  failing,
);

notices(
  'that it puts undefined in the place of a rejection',
  () => (n, items, f) => workers(n, items, (item) => f(item).catch(() => undefined)),
  failing,
);

notices(
  'that it rejects only when the others have settled',
  () => async (n, items, f) => {
    const inFlight: Promise<unknown>[] = [];
    try {
      return await workers(n, items, (item) => {
        const work = f(item);
        inFlight.push(work);
        return work;
      });
    } catch (error) {
      await Promise.allSettled(inFlight);
      throw error;
    }
  },
  failing,
);

notices(
  'that it rejects with another error',
  () => async (n, items, f) => {
    try {
      return await workers(n, items, f);
    } catch (error) {
      throw new Error(`limit failed: ${error}`);
    }
  },
  async (lab, limit) => {
    await failing(lab, limit).catch((error) => lab.log(`rejects: ${error.message}`));
  },
);

andInItself();
