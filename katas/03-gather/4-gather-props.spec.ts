import { eachReason, eachValue, expect, explore, observe, test } from '#lab';
import { gatherProps } from './4-gather-props.ts';

/** Any new object will do: what is compared is a plain copy of it. A list, or nothing, stays what it is. */
const copyOf = async (result: Promise<object>) => {
  const object = await result;
  return Array.isArray(object) || !object ? object : { ...object };
};

/** All start at 0 ms; by default they take 30, 10 and 20 ms. */
const dinner = ({ soup, bread, wine } = { soup: 30, bread: 10, wine: 20 }) =>
  observe(
    ({ job, call }) => {
      const table = {
        soup: job('soup', soup)(),
        bread: job('bread', bread)(),
        wine: job('wine', wine)(),
      };
      return copyOf(call('gatherProps', () => gatherProps(table)));
    },
    {
      plan: {
        soup: [0, soup],
        bread: [0, bread],
        wine: [0, wine],
        gatherProps: [0, Math.max(soup, bread, wine)],
      },
    },
  );

/** The same, but fulfils with the keys of the result. */
const keys = ({ soup, bread, wine }: Record<'soup' | 'bread' | 'wine', number>) =>
  observe(async ({ job, call }) => {
    const table = {
      soup: job('soup', soup)(),
      bread: job('bread', bread)(),
      wine: job('wine', wine)(),
    };
    return Object.keys(await call('gatherProps', () => gatherProps(table)));
  });

/** The own keys are unusual, and the prototype of the input has a promise, too. */
const unusual = () =>
  observe(async ({ job, call }) => {
    const own = { constructor: job('a', 11)(), '': job('b', 23)(), ['__proto__']: job('c', 7)() };
    const prototype = { inherited: job('d', 3)() };
    const table = Object.create(prototype, Object.getOwnPropertyDescriptors(own)) as typeof own;
    return Object.entries(await call('gatherProps', () => gatherProps(table)));
  });

/** They fulfil at 23 and 11 ms with what is in `values`. */
const fulfillingWith = (values: Record<'soup' | 'bread', unknown>) =>
  observe(({ job, call }) => {
    const table = {
      soup: job('soup', 23, { gives: values.soup })(),
      bread: job('bread', 11, { gives: values.bread })(),
    };
    return copyOf(call('gatherProps', () => gatherProps(table)));
  });

/** One promise is under two keys. */
const twice = () =>
  observe(({ job, call }) => {
    const soup = job('soup', 23)();
    const table = { first: soup, bread: job('bread', 11)(), second: soup };
    return copyOf(call('gatherProps', () => gatherProps(table)));
  });

/** A thenable that has no method but `then`, and so has what its `then` returns. */
const bare = <T>(promise: PromiseLike<T>): PromiseLike<T> => ({
  then: (onValue, onError) => bare(promise.then(onValue, onError)),
});

/** The soup is a thenable: an object, a function, or an object that passes on another thenable. */
const thenable = (kind: 'object' | 'function' | 'nested') =>
  observe(({ job, call }) => {
    const object = bare(job('soup', 23)());
    const soup = {
      object,
      function: Object.assign(() => 'called', object),
      nested: { then: (onValue?: (value: unknown) => void) => onValue?.(object) },
    }[kind] as PromiseLike<string>;
    return copyOf(call('gatherProps', () => gatherProps({ soup, bread: job('bread', 11)() })));
  });

/** The soup is a thenable that calls the handler during the call of `then`. */
const cached = () =>
  observe(({ job, call }) => {
    const then = (onValue?: (value: string) => void) => onValue?.('SOUP');
    const table = { soup: { then } as unknown as PromiseLike<string>, bread: job('bread', 11)() };
    return copyOf(call('gatherProps', () => gatherProps(table)));
  });

/** Two calls at 0 ms; fulfils with copies of both objects. */
const twoCalls = () =>
  observe(
    async ({ job, call }) => {
      const [soup, bread, wine] = [job('soup', 23)(), job('bread', 11)(), job('wine', 17)()];
      const first = copyOf(call('first', () => gatherProps({ soup, bread })));
      const second = copyOf(call('second', () => gatherProps({ wine, bread: wine })));
      return [await first, await second];
    },
    { plan: { soup: [0, 23], bread: [0, 11], wine: [0, 17], first: [0, 23], second: [0, 17] } },
  );

/** Fulfils with a description of the input after gatherProps has fulfilled. */
const inputAfterwards = () =>
  observe(async ({ job, call }) => {
    const table = { soup: job('soup', 23)(), bread: job('bread', 11)() };
    const before = new Map<string, unknown>(Object.entries(table));
    await call('gatherProps', () => gatherProps(table));
    return Object.entries(table).map(
      ([key, value]) =>
        `${key}: ${value === before.get(key) ? 'the same promise' : 'another value'}`,
    );
  });

/** The caller deletes a key, adds one, and replaces a promise, right after the call. */
const changed = () =>
  observe(({ job, call }) => {
    const table: Record<string, Promise<string>> = {
      soup: job('soup', 23)(),
      bread: job('bread', 11)(),
    };
    const laid = call('gatherProps', () => gatherProps(table));
    delete table.soup;
    table.bread = Promise.resolve('OLD BREAD');
    table.wine = Promise.resolve('WINE');
    return copyOf(laid);
  });

/** All start at 0 ms and reject. They take no signal, so they may still run at the end. */
const failing = ({ soup, bread, wine } = { soup: 31, bread: 11, wine: 23 }) =>
  observe(
    ({ job, call }) => {
      const table = {
        soup: job('soup', soup, { fails: true })(),
        bread: job('bread', bread, { fails: true })(),
        wine: job('wine', wine, { fails: true })(),
      };
      return call('gatherProps', () => gatherProps(table));
    },
    {
      mayLeave: ['work'],
      plan: {
        soup: [0, soup],
        bread: [0, bread],
        wine: [0, wine],
        gatherProps: [0, Math.min(soup, bread, wine), { fails: true }],
      },
    },
  );

/** The bread rejects at 11 ms and the soup at 23, each with its reason in `reasons`. */
const failingWith = (reasons: Record<'soup' | 'bread', unknown>) =>
  observe(
    ({ job, call }) => {
      const soup = job('soup', 23, { failsWith: reasons.soup })();
      const bread = job('bread', 11, { failsWith: reasons.bread })();
      return call('gatherProps', () => gatherProps({ soup, bread }));
    },
    { mayLeave: ['work'] },
  );

/** Bread and wine have rejected before the call, the soup is still in flight. */
const rejectedBefore = (noBread: Error, noWine: Error) =>
  observe(
    ({ job, call }) => {
      const [bread, wine] = [Promise.reject(noBread), Promise.reject(noWine)];
      return call('gatherProps', () => gatherProps({ soup: job('soup', 11)(), bread, wine }));
    },
    { mayLeave: ['work'] },
  );

test('fulfils with an object that has each value under its key', async () => {
  expect(await dinner()).toGive({ soup: 'SOUP', bread: 'BREAD', wine: 'WINE' });
});

test('fulfils as soon as the slowest promise has fulfilled, without a timer', async () => {
  const trace = await dinner();
  expect(trace).toTake(30);
  expect(trace).toSetTimers(0);
});

test('keeps the keys in input order, whichever promise fulfils first', async () => {
  await explore(['soup', 'bread', 'wine'], async (takes) => {
    expect(await keys(takes)).toGive(['soup', 'bread', 'wine']);
  });
});

test('keeps every own key, and no inherited one', async () => {
  expect(await unusual()).toGive([
    ['constructor', 'A'],
    ['', 'B'],
    ['__proto__', 'C'],
  ]);
});

test('accepts every value, also undefined', async () => {
  await eachValue(['soup', 'bread'], async ({ soup, bread }) => {
    expect(await fulfillingWith({ soup, bread })).toGive({ soup, bread });
  });
});

test('accepts the same promise under two keys', async () => {
  expect(await twice()).toGive({ first: 'SOUP', bread: 'BREAD', second: 'SOUP' });
});

test('awaits a thenable that is not a Promise', async () => {
  expect(await thenable('object')).toGive({ soup: 'SOUP', bread: 'BREAD' });
  expect(await thenable('function')).toGive({ soup: 'SOUP', bread: 'BREAD' });
  expect(await cached()).toGive({ soup: 'SOUP', bread: 'BREAD' });
  expect(await thenable('nested')).toGive({ soup: 'SOUP', bread: 'BREAD' });
});

test('keeps two calls apart that are in flight at the same time', async () => {
  const trace = await twoCalls();
  expect(trace).toGive([
    { soup: 'SOUP', bread: 'BREAD' },
    { wine: 'WINE', bread: 'WINE' },
  ]);
  expect(trace).toRunAsPlanned();
});

test('does not change the input', async () => {
  expect(await inputAfterwards()).toGive(
    ['soup: the same promise', 'bread: the same promise'],
    'The object belongs to the caller: put the results into a new one.',
  );
});

test('reads the input during the call', async () => {
  expect(await changed()).toGive({ soup: 'SOUP', bread: 'BREAD' });
});

test('rejects as soon as the first promise rejects, with the same reason', async () => {
  const trace = await failing();
  expect(trace).toFailWith('bread failed', 11);
  expect(trace).toSetTimers(0);
  await explore(['soup', 'bread', 'wine'], async (takes, [first]) => {
    expect(await failing(takes)).toFailWith(`${first} failed`, 10);
  });
  await eachReason(['soup', 'bread'], async (reasons) => {
    expect(await failingWith(reasons)).toRejectWith(reasons.bread, 11);
  });
});

test('causes no unhandled rejection, neither later nor from before the call', async () => {
  expect(await failing()).toLeaveNothing(['work']);
  const [noBread, noWine] = [new Error('no bread'), new Error('no wine')];
  expect(await rejectedBefore(noBread, noWine)).toLeaveNothing(['work']);
  expect(await rejectedBefore(noBread, noBread)).toRejectWith(noBread, 0);
});

test('fulfils with an empty object when the input is empty', async () => {
  expect(await observe(() => copyOf(gatherProps({})))).toGive({});
});
