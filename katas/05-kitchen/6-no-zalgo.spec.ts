import { eachReason, eachValue, expect, type Lab, observe, test } from '#lab';
import { makeGet } from './6-no-zalgo.ts';

const SAME_EITHER_WAY =
  'Does get call back synchronously when it has the value already? If so, the code after get has run in one case, and not in the other. Call back later in both cases.';

const ONE_CACHE_EACH =
  'makeGet was called three times, so there are three caches, and each loads the page once. Does your code keep anything outside of makeGet?';

const ONE_CALL_ONE_ANSWER =
  'The same function is the callback of all calls, and is called once for each of them.';

const EVERY_STRING =
  "Any string is a key of its own: an empty one, one that is a property of every object, such as '__proto__', and one that differs from another only in a blank or a capital letter.";

const FOR_GOOD =
  'The page was loaded an hour ago, and forty other keys since: every value is kept.';

const WITHIN_THE_FIRST =
  'Callbacks ask for the page again. When the first one is called, the page has been loaded: is its value kept by then?';

const AS_IT_IS = 'The value is passed on as it is, whatever it is.';

const SOON =
  'Does your code look for the value now and then, wait for a timer or for another key, or load the key again? A handler that is attached to the promise of the load is called as soon as that settles.';

const TWO_LOADS =
  "The load rejects at 30 ms, and 'callback 1' and 'callback 2' get its error. The other two ask after that, so they get the value of a second load.";

const THREE_LOADS =
  'The first two loads reject, and the third one fulfils. An error is never kept, however often a key fails.';

const SAME_REASON =
  'Four calls wait for a load that rejects: each callback gets the reason as it is, whatever it is. The fifth call gets the value of another load.';

const OTHER_KEYS =
  "The load of 'menu' rejects, and only that of 'menu': it is loaded again, and 'page' is not.";

const BUG_OF_A_CALLBACK =
  'What a callback throws is no error of the load: a value is kept, and an error is not.';

const NO_WAITING =
  'One callback returns a promise that stays pending. Does your code await what a callback returns?';

/** The page takes 30 ms. The first call is at 0 ms, the second at 40 ms, when it has been loaded. */
const missAndHit = () =>
  observe(async ({ job, log, sleep }) => {
    const get = makeGet((key) => job(key, 30)());
    const ask = (who: string) => {
      log(`${who} asks`);
      get('page', () => log(`${who} is called`));
      log(`${who} goes on`);
    };
    ask('1');
    await sleep(40);
    ask('2');
    await sleep(40);
  });

/** A function that asks for the page, and logs what happens in which order. */
const asking = ({ job, log }: Lab) => {
  const get = makeGet((key) => job(key, 30)());
  return (who: string, next = () => {}) => {
    log(`${who} asks`);
    get('page', () => {
      log(`${who} is called`);
      next();
      log(`${who} ends`);
    });
    log(`${who} goes on`);
  };
};

/** The callback of the first call asks again, and so does that of the second call. */
const withinCallbacks = () =>
  observe((lab) => {
    const ask = asking(lab);
    ask('1', () => ask('2', () => ask('3')));
    return lab.sleep(100);
  });

/** One call, and four calls when the page has been loaded. */
const manyHits = () =>
  observe(async (lab) => {
    const ask = asking(lab);
    for (const who of FIVE) {
      ask(who);
      await lab.sleep(40);
    }
  });

const FIVE = ['1', '2', '3', '4', '5'];

/** The promise of the load has fulfilled before `load` returns it. */
const readyLoad = () =>
  observe(async ({ log, sleep }) => {
    const get = makeGet(async () => 'PAGE');
    for (const who of ['1', '2']) {
      get('page', () => log(`${who} is called`));
      log(`${who} goes on`);
      await sleep(10);
    }
  });

/** Three functions `get` with the same `load`: two calls while the page is loading, and one later. */
const threeCaches = () =>
  observe(async ({ job, sleep }) => {
    const load = (key: string) => job(key, 30)();
    for (const pause of [10, 50, 50]) {
      makeGet(load)('page', () => {});
      await sleep(pause);
    }
  });

/** Nine calls while the page is loading, and two later, all with the same callback. */
const sameCallback = () =>
  observe(async ({ job, sleep }) => {
    const get = makeGet((key) => job(key, 30)());
    const got: unknown[][] = [];
    const callback = (...args: unknown[]) => got.push(args);
    for (let n = 1; n <= 9; n++) get('page', callback);
    for (const pause of [50, 50]) {
      await sleep(pause);
      get('page', callback);
    }
    await sleep(50);
    return got;
  });

/** A second call comes from the first callback. Nothing but them keeps the program running. */
const nothingElse = () =>
  observe(({ job }) => {
    const get = makeGet((key) => job(key, 30)());
    return new Promise((resolve) => {
      get('page', () => get('page', (_error, value) => resolve(value)));
    });
  });

/** Two calls while the page is loading, and a third one later. Fulfils with what their callbacks got. */
const three = (value: unknown) =>
  observe(async ({ job, sleep, call }) => {
    const get = makeGet((key) => job<unknown>(key, 30, { gives: value })());
    const got: unknown[][] = [];
    const ask = (name: string) =>
      get('page', (error, value) => call(name, () => got.push([error, value])));
    ask('callback 1');
    await sleep(10);
    ask('callback 2');
    await sleep(40);
    ask('callback 3');
    await sleep(40);
    return got;
  });

/**
 * Two calls for a page, one for a key that is a property of every object, and later one for each. Each takes
 * 30 ms to load.
 */
const twoKeys = () =>
  observe(async ({ job, sleep }) => {
    const get = makeGet((key) => job(key, 30)());
    const got: unknown[] = [];
    const ask = (key: string) => get(key, (_error, value) => got.push(value));
    ask('page');
    ask('page');
    await sleep(10);
    ask('constructor');
    await sleep(50);
    ask('page');
    await sleep(40);
    ask('constructor');
    await sleep(40);
    return got;
  });

/** Every key is asked for two times. Fulfils with the keys that were not loaded once, or got the value of another. */
const oddKeys = () =>
  observe(async ({ job, sleep }) => {
    const loads: string[] = [];
    const get = makeGet((key) => {
      loads.push(key);
      return job('load', 30, { gives: `value of '${key}'` })();
    });
    const mistaken = new Set<string>();
    for (const pause of [50, 50]) {
      for (const key of KEYS) {
        get(key, (_error, value) => {
          if (value !== `value of '${key}'`) mistaken.add(key);
        });
      }
      await sleep(pause);
    }
    const timesOf = (wanted: string) => loads.filter((key) => key === wanted).length;
    return { notOnce: KEYS.filter((key) => timesOf(key) !== 1), mistaken: [...mistaken] };
  });

const KEYS = [
  'page',
  'Page',
  'page ',
  '',
  ' ',
  '0',
  'null',
  '__proto__',
  'constructor',
  'toString',
];

/** The page is asked for, then forty other keys, and an hour later the page again. */
const anHourLater = () =>
  observe(async ({ job, sleep }) => {
    const get = makeGet((key) => job(key, 30)());
    get('page', () => {});
    await sleep(50);
    for (let n = 1; n <= 40; n++) get(`key ${n}`, () => {});
    await sleep(3_600_000);
    get('page', () => {});
    await sleep(50);
  });

/** Each key takes so many ms to load; 'menu' rejects. */
const TAKES: Record<string, number> = { page: 43, cover: 17, menu: 29 };

/** Calls at many times, before and after the loads have settled. Fulfils with the calls that are late. */
const howSoon = () =>
  observe(
    async ({ job, sleep, now }) => {
      const get = makeGet((key) => job(key, TAKES[key] ?? 0, { fails: key === 'menu' })());
      const settles: Record<string, number> = {};
      const late: string[] = [];
      const ask = (key: string) => {
        settles[key] ??= now() + (TAKES[key] ?? 0);
        const due = Math.max(now(), settles[key]);
        get(key, () => {
          if (now() > due + 2) late.push(`${key} at ${now()} ms, and not at ${due} ms`);
        });
      };
      for (const key of ['page', 'cover', 'menu', 'cover']) ask(key);
      await sleep(11);
      for (const key of ['menu', 'cover', 'page']) ask(key);
      await sleep(11);
      for (const key of ['page', 'cover', 'cover']) ask(key);
      await sleep(53);
      for (const key of ['cover', 'page', 'cover']) ask(key);
      await sleep(53);
      return late;
    },
    { mayLeave: ['rejection'] },
  );

/**
 * Two calls, and the load rejects at 30 ms. The first callback calls `get` again: the second load fulfils at
 * 60 ms. Another call comes at 50 ms.
 */
const failing = () =>
  observe(async ({ job, sleep, call }) => {
    let loads = 0;
    const lost = new Error('page failed');
    const get = makeGet((key) => job(key, 30, { fails: ++loads === 1 && lost })());
    const got: unknown[][] = [];
    const nameOf = (error: unknown) => (error === lost ? 'the error of load' : messageOf(error));
    const ask = (name: string, next?: () => void) =>
      get('page', (error, value) =>
        call(name, () => {
          got.push([nameOf(error), value]);
          next?.();
        }),
      );
    ask('callback 1', () => ask('callback 3'));
    ask('callback 2');
    await sleep(50);
    ask('callback 4');
    await sleep(50);
    return got;
  });

/** Four calls wait for a load that rejects with `reason` at 30 ms. A fifth call comes at 50 ms. */
const rejectingWith = (reason: unknown) =>
  observe(async ({ job, sleep }) => {
    let loads = 0;
    const page = job('page', 30, { failsWith: reason });
    const get = makeGet((key) => (++loads === 1 ? page() : job(key, 30)()));
    const got: unknown[][] = [];
    const ask = () => get('page', (error, value) => got.push([error, value]));
    for (let n = 1; n <= 4; n++) ask();
    await sleep(50);
    ask();
    await sleep(50);
    // A callback cannot tell null from no error, so some code passes an Error in the place of such a reason.
    return reason ? got : got.slice(4);
  });

/** The first two loads of the page reject. The calls are at 0, 50 and 100 ms. */
const rejectingTwice = () =>
  observe(async ({ job, sleep }) => {
    let loads = 0;
    const get = makeGet((key) => job(key, 30, { fails: ++loads < 3 })());
    const got: unknown[] = [];
    for (let n = 1; n <= 4; n++) {
      get('page', (error, value) => got.push(told(error, value)));
      await sleep(50);
    }
    return got;
  });

/** 'menu' rejects at 30 ms; at 10 ms comes a call for the page. At 60 ms there is a call for each. */
const oneOfTwoKeys = () =>
  observe(async ({ job, sleep }) => {
    let loads = 0;
    const get = makeGet((key) => job(key, 30, { fails: ++loads === 1 })());
    const got: unknown[] = [];
    const ask = (key: string) => get(key, (error, value) => got.push(told(error, value)));
    ask('menu');
    await sleep(10);
    ask('page');
    await sleep(50);
    ask('page');
    await sleep(10);
    ask('menu');
    await sleep(50);
    return got;
  });

/** The promise of the load has rejected before `load` returns it. */
const rejectedBefore = (reason: Error) =>
  observe(async ({ sleep }) => {
    const got: unknown[] = [];
    makeGet(() => Promise.reject(reason))('page', (error) => got.push(error));
    await sleep(10);
    return got;
  });

/** What a callback got: the message of an error, or the value. */
const told = (error: unknown, value: unknown) => (error instanceof Error ? error.message : value);

const messageOf = (value: unknown) =>
  value instanceof Error ? `another error: ${value.message}` : value;

/**
 * The page takes 30 ms, and the load may reject. Four calls are at 0 ms, and two at 50 ms. The first callback of
 * each pair throws.
 */
const withBugs = ({ fails = false } = {}) =>
  observe(
    async ({ job, sleep, call }) => {
      let loads = 0;
      const get = makeGet((key) => job(key, 30, { fails: fails && ++loads === 1 })());
      const ask = (name: string, bug?: unknown) =>
        get('page', () => {
          call(name, () => {
            if (bug) throw bug;
          });
        });
      ask('callback 1', new Error('bug in 1'));
      ask('callback 2');
      ask('callback 3', new Error('bug in 3'));
      ask('callback 4');
      await sleep(50);
      ask('callback 5', new Error('bug in 5'));
      ask('callback 6');
      await sleep(40);
    },
    { mayLeave: ['throw', 'rejection'] },
  );

/** A callback throws undefined. */
const throwingUndefined = () =>
  observe(
    async ({ job, sleep, call }) => {
      const get = makeGet((key) => job(key, 30)());
      get('page', () =>
        call('callback', () => {
          throw undefined;
        }),
      );
      await sleep(50);
    },
    { mayLeave: ['throw', 'rejection'] },
  );

/**
 * The first callback of each pair returns a promise that stays pending. The load of 'menu' rejects. Fulfils with
 * the names of the callbacks that were called.
 */
const returningPromises = () =>
  observe(async ({ job, sleep }) => {
    const get = makeGet((key) => job(key, 30, { fails: key === 'menu' })());
    const called: string[] = [];
    const ask = (key: string, name: string) => {
      get(key, () => {
        called.push(name);
        return new Promise<never>(() => {});
      });
      get(key, () => {
        called.push(`${name}, the other`);
      });
    };
    ask('page', 'a miss');
    ask('menu', 'a failure');
    await sleep(50);
    ask('page', 'a hit');
    await sleep(50);
    return called.toSorted();
  });

test('calls back after get has returned, cached or not', async () => {
  expect(await missAndHit()).toLogInOrder(
    ['1 asks', '1 goes on', '1 is called', '2 asks', '2 goes on', '2 is called'],
    SAME_EITHER_WAY,
  );
  expect(await withinCallbacks()).toLogInOrder(
    [
      ...['1 asks', '1 goes on', '1 is called', '2 asks', '2 goes on', '1 ends'],
      ...['2 is called', '3 asks', '3 goes on', '2 ends', '3 is called', '3 ends'],
    ],
    SAME_EITHER_WAY,
  );
  expect(await manyHits()).toLogInOrder(
    FIVE.flatMap((who) => ['asks', 'goes on', 'is called', 'ends'].map((what) => `${who} ${what}`)),
    SAME_EITHER_WAY,
  );
  expect(await readyLoad()).toLogInOrder(
    ['1 goes on', '1 is called', '2 goes on', '2 is called'],
    SAME_EITHER_WAY,
  );
});

test('shares nothing with the get of another call of makeGet', async () => {
  expect(await threeCaches()).toStart('page', 3, ONE_CACHE_EACH);
});

test('calls back once for each call, with null and the value', async () => {
  const trace = await three('the page');
  expect(trace).toCallOnce('callback 1', 'callback 2', 'callback 3');
  expect(trace).toGive(
    Array(3).fill([null, 'the page']),
    'A callback gets two arguments: the error, which is null when there is none, and the value.',
  );
  expect(await sameCallback()).toGive(Array(11).fill([null, 'PAGE']), ONE_CALL_ONE_ANSWER);
  expect(await nothingElse()).toGive('PAGE');
});

test('loads a key once, for calls of get during the load and for later ones', async () => {
  const trace = await twoKeys();
  expect(trace).toStart(
    'page',
    1,
    'One load serves all calls for its key, those that come during it and later ones.',
  );
  expect(trace).toStart('constructor', 1, 'Each key has a load of its own.');
  expect(trace).toGive(['PAGE', 'PAGE', 'CONSTRUCTOR', 'PAGE', 'CONSTRUCTOR']);
  expect(await withinCallbacks()).toStart('page', 1, WITHIN_THE_FIRST);
  expect(await anHourLater()).toStart('page', 1, FOR_GOOD);
  expect(await oddKeys()).toGive({ notOnce: [], mistaken: [] }, EVERY_STRING);
});

test('keeps undefined like any other value', async () => {
  for (const value of [undefined, null, false, 0, '']) {
    const trace = await three(value);
    expect(trace).toStart(
      'page',
      1,
      `${value === '' ? 'An empty string' : value} is a value, too: it does not mean that nothing was loaded.`,
    );
    expect(trace).toGive(Array(3).fill([null, value]), AS_IT_IS);
  }
  await eachValue(['page'], async ({ page }) => {
    const trace = await three(page);
    expect(trace).toStart('page', 1);
    expect(trace).toGive(Array(3).fill([null, page]), AS_IT_IS);
  });
});

test('calls back with the error when load rejects, and does not keep the error', async () => {
  const trace = await failing();
  expect(trace).toCallOnce('callback 1', 'callback 2', 'callback 3', 'callback 4');
  expect(trace).toStart('page', 2);
  expect(trace).toGive(
    [
      ['the error of load', undefined],
      ['the error of load', undefined],
      [null, 'PAGE'],
      [null, 'PAGE'],
    ],
    TWO_LOADS,
  );
  expect(await rejectingTwice()).toGive(
    ['page failed', 'page failed', 'PAGE', 'PAGE'],
    THREE_LOADS,
  );
  expect(await oneOfTwoKeys()).toGive(['menu failed', 'PAGE', 'PAGE', 'MENU'], OTHER_KEYS);
  const lost = new Error('no such page');
  expect(await rejectedBefore(lost)).toGive([lost]);
  await eachReason(['page'], async ({ page }) => {
    const again = await rejectingWith(page);
    expect(again).toStart('page', 2);
    expect(again).toGive(
      [...(page ? Array(4).fill([page, undefined]) : []), [null, 'PAGE']],
      SAME_REASON,
    );
  });
});

test('does not catch what a callback throws, and still calls each callback once', async () => {
  const names = [1, 2, 3, 4, 5, 6].map((n) => `callback ${n}`);
  for (const fails of [false, true]) {
    const trace = await withBugs({ fails });
    expect(trace).toCallOnce(...names);
    expect(trace).toCrashWith('bug in 1', 'bug in 3', 'bug in 5');
    expect(trace).toStart('page', fails ? 2 : 1, BUG_OF_A_CALLBACK);
  }
  expect(await throwingUndefined()).toCrashWith('undefined');
});

test('does not wait for a promise that a callback returns', async () => {
  const names = ['a failure', 'a hit', 'a miss'];
  expect(await returningPromises()).toGive(
    names.flatMap((name) => [name, `${name}, the other`]),
    NO_WAITING,
  );
});

test('calls back as soon as the load has settled or get has returned, whatever other keys do', async () => {
  expect(await howSoon()).toGive([], SOON);
});
