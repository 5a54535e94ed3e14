import { expect, observe, test } from '#lab';
import { makeGet } from './6-no-zalgo.ts';

const SAME_EITHER_WAY =
  'Does get call back synchronously when it has the value already? If so, the code after get has run in one case, and not in the other. Call back later in both cases.';

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

const messageOf = (value: unknown) =>
  value instanceof Error ? `another error: ${value.message}` : value;

/** The page takes 30 ms. Two calls at 0 ms, and two at 50 ms; the first callback of each pair throws. */
const withBugs = () =>
  observe(
    async ({ job, sleep, call }) => {
      const get = makeGet((key) => job(key, 30)());
      const ask = (name: string, bug?: string) =>
        get('page', () => {
          call(name, () => {
            if (bug) throw new Error(bug);
          });
        });
      ask('callback 1', 'bug in 1');
      ask('callback 2');
      await sleep(50);
      ask('callback 3', 'bug in 3');
      ask('callback 4');
      await sleep(40);
    },
    { mayLeave: ['throw', 'rejection'] },
  );

test('calls back after get has returned, cached or not', async () => {
  expect(await missAndHit()).toLogInOrder(
    ['1 asks', '1 goes on', '1 is called', '2 asks', '2 goes on', '2 is called'],
    SAME_EITHER_WAY,
  );
});

test('calls back once, with null and the value', async () => {
  const trace = await three('the page');
  expect(trace).toCallOnce('callback 1', 'callback 2', 'callback 3');
  expect(trace).toGive(
    Array(3).fill([null, 'the page']),
    'A callback gets two arguments: the error, which is null when there is none, and the value.',
  );
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
});

test('keeps undefined like any other value', async () => {
  for (const value of [undefined, null, false, 0, '']) {
    const trace = await three(value);
    expect(trace).toStart(
      'page',
      1,
      `${value === '' ? 'An empty string' : value} is a value, too: it does not mean that nothing was loaded.`,
    );
    expect(trace).toGive(Array(3).fill([null, value]));
  }
});

test('calls back with the error when load rejects, and does not keep the error', async () => {
  const trace = await failing();
  expect(trace).toCallOnce('callback 1', 'callback 2', 'callback 3', 'callback 4');
  expect(trace).toStart('page', 2);
  expect(trace).toGive([
    ['the error of load', undefined],
    ['the error of load', undefined],
    [null, 'PAGE'],
    [null, 'PAGE'],
  ]);
});

test('does not catch what a callback throws, and still calls each callback once', async () => {
  const trace = await withBugs();
  expect(trace).toCallOnce('callback 1', 'callback 2', 'callback 3', 'callback 4');
  expect(trace).toCrashWith('bug in 1', 'bug in 3');
});
