import { EventEmitter } from 'node:events';
import { again, eachReason, eachValue, expect, observe, test, together } from '#lab';
import { nextEvent, promisify } from './5-promisify.ts';

type Callback = (error?: unknown, ...results: unknown[]) => void;

const ONCE_A_CALL =
  'promisify() calls nothing itself. Each call of the new function calls f, once and synchronously.';

const THIS_AND_ARGUMENTS =
  'f gets what the new function gets: its `this`, and all its arguments. The callback comes after them, however many they are. Note that an arrow function has no `this` of its own.';

const ALL_RESULTS =
  'A promise has one value, and a callback may get several results, or none. So the value is the list of all results, as they are.';

const NO_ERROR =
  'null or undefined as the first argument of a callback means: no error. What follows is a result, whatever it is.';

const AN_ERROR =
  'The first argument of a callback is its error. Reject with that one, whatever comes after it.';

const THROWS =
  'Here f throws before it calls back. The caller of the new function waits for a promise: let that reject.';

const IN_THE_CALL =
  'Here f calls the callback before it returns. Is your code ready for that before it calls f?';

const FIRST_DECIDES =
  'Here f calls back more than once, or also throws. The first of these decides. resolve and reject of a promise have no effect after that.';

const CALLS_APART =
  'Each call has its own callback, promise and results. Does your code keep something outside of the call?';

const MISSED =
  'The event was emitted immediately after the call. An emitter keeps no events: a listener that is added later never gets this one. Is each listener added during the call?';

const ALL_ARGUMENTS =
  'A listener gets any number of arguments. The value is the list of all arguments of the first event of that name after the call.';

const ERROR_FIRST =
  "After an 'error' event the other one may never come. Is there a listener for 'error', and does it reject with the argument that it gets?";

const ERROR_BEFORE =
  "Here 'error' is emitted, and the other event immediately after it, in the same callback. The first of them decides.";

const LISTENERS =
  'The promise has settled. Only the listeners of other code may be left on the emitter, and all of these: remove both of your own, and no others.';

const WAITS_APART =
  'Each call waits for the next event of its own emitter and name. Does your code keep something outside of the call?';

/** The disk takes 23 ms, and f calls back when it is ready. */
const called = () =>
  observe(
    ({ job, log, call }) => {
      const disk = job('disk', 23);
      const f = (callback: Callback) => {
        log('f is called');
        disk().then((text) => callback(null, text));
      };
      const read = promisify(f);
      const reading = call('read', () => read());
      log('the caller goes on');
      return reading;
    },
    { plan: { disk: [0, 23], read: [0, 23] } },
  );

/** The new function is called at 7 ms, and at 11 ms two times. */
const calledLater = () =>
  observe(({ log, at, sleep }) => {
    const read = promisify((callback: Callback) => {
      log('f is called');
      sleep(2).then(() => callback(null));
    });
    at(7, () => read());
    at(11, () => [read(), read()]);
    return sleep(20);
  });

/** What f gets. It calls back at 3 ms, if it gets something to call. */
const passed = (self: unknown, args: unknown[]) =>
  observe(async ({ sleep }) => {
    const got: unknown[] = [];
    const f = function (this: unknown, ...all: unknown[]) {
      const last = all.at(-1);
      const others = all.slice(0, -1).map((it, i) => (Object.is(it, args[i]) ? it : 'another one'));
      got.push(this === self ? 'its this' : 'another this', others, typeof last);
      sleep(3).then(() => typeof last === 'function' && last(null));
    };
    // It says that it has two parameters and a callback. Many such functions can be called with fewer.
    Object.defineProperty(f, 'length', { value: 3 });
    const pause = sleep(5);
    await Promise.race([promisify(f).apply(self, args), pause]);
    await pause;
    return got;
  });

/** One method of two disks, called as a method of each, and by call(). Fulfils with whose method was called. */
const methods = () =>
  observe(async () => {
    const names: unknown[] = [];
    const read = function (this: { name: string }, callback: Callback) {
      names.push(this?.name);
      queueMicrotask(() => callback(null));
    };
    const readAsync = promisify(read);
    const [one, two] = [
      { name: 'one', readAsync },
      { name: 'two', readAsync },
    ];
    await Promise.all([one.readAsync(), two.readAsync(), readAsync.call(one)]);
    return names;
  });

/** The disk takes 23 ms. Then f does this with its callback. */
const later = (answer: (callback: Callback) => void) =>
  observe(({ job }) => {
    const disk = job('disk', 23);
    const read = promisify((callback: Callback) => {
      disk().then(() => answer(callback));
    });
    return read();
  });

/** Both disks have this to read, and f calls back with both. */
const twoDisks = (values: { left: unknown; right: unknown }) =>
  observe(({ job }) => {
    const left = job<unknown>('left', 11, { gives: values.left });
    const right = job<unknown>('right', 23, { gives: values.right });
    const read = promisify((callback: Callback) => {
      Promise.all([left(), right()]).then((texts) => callback(null, ...texts));
    });
    return read();
  });

/** A result that is a promise itself, and stays pending. */
const promiseAsResult = () =>
  observe(async () => {
    const pending = new Promise(() => {});
    const read = promisify((callback: Callback) => {
      queueMicrotask(() => callback(null, pending));
    });
    const [result] = await read();
    return result === pending ? 'the pending promise' : result;
  });

/** f does this during its call. */
const inTheCall = (f: (callback: Callback) => void) =>
  observe(({ call }) => call('read', () => promisify(f)()));

/** Whether the new function returns a promise, when f does this during its call. */
const returned = (f: (callback: Callback) => void, error: unknown) =>
  observe(async () => {
    const reading: unknown = promisify(f)();
    const how = typeof Object(reading).then === 'function' ? 'a promise' : reading;
    await Promise.resolve(reading).catch(caught(error));
    return how;
  });

/** Catches this error, and no other one. */
const caught = (expected: unknown) => (error: unknown) => {
  if (Object.is(error, expected)) return 'rejected';
  throw error;
};

/**
 * f calls back with each of these at its ms (at 0 before it returns), and then may throw. How the promise settles;
 * the scene goes on for longer than f.
 */
const answering = (answers: [ms: number, ...answer: unknown[]][], thrown?: Error) =>
  observe(async ({ sleep }) => {
    let calls = 0;
    const read = promisify((callback: Callback) => {
      calls++;
      for (const [ms, ...answer] of answers) {
        if (ms === 0) callback(...answer);
        else sleep(ms).then(() => callback(...answer));
      }
      if (thrown) throw thrown;
    });
    const errors = [thrown, ...answers.map(([, error]) => error)];
    const how = await read().then(
      (results: unknown) => `fulfilled with ${JSON.stringify(results)}`,
      (error: unknown) => {
        if (errors.includes(error)) return `rejected with '${(error as Error).message}'`;
        throw error;
      },
    );
    await sleep(50);
    return calls === 1 ? how : `${how}, and f was called ${calls} times`;
  });

/** 'a' comes back after 'b'; 'c' fails; the same is read again later, and by a second new function. */
const sixCalls = () => {
  const lost = new Error('c is lost');
  return observe(
    async ({ job, call, sleep }) => {
      const disk: Record<string, () => Promise<unknown>> = {
        a: job('a', 31),
        b: job('b', 13),
        c: job('c', 17, { fails: lost }),
      };
      const f = (name: string, callback: Callback) => {
        disk[name]?.().then((text) => callback(null, text), callback);
      };
      const [read, load] = [promisify(f), promisify(f)];
      const first = [
        call('read a', () => read('a')),
        call('read b', () => read('b')),
        call('read c', () => read('c')).catch(caught(lost)),
      ];
      await sleep(5);
      const second = [
        call('load b', () => load('b')),
        call('read b', () => read('b')),
        call('load a', () => load('a')),
      ];
      return Promise.all([...first, ...second]);
    },
    {
      plan: {
        'read a': [0, 31],
        'read b': [
          [0, 13],
          [5, 18],
        ],
        'read c': [0, 17, { fails: true }],
        'load b': [5, 18],
        'load a': [5, 36],
        sleep: [0, 5],
        a: [
          [0, 31],
          [5, 36],
        ],
        b: [
          [0, 13],
          [5, 18],
          [5, 18],
        ],
        c: [0, 17, { fails: true }],
      },
    },
  );
};

/** Two calls. Then f calls back for the second one, and in the same callback for the first one. */
const calledBackTogether = () =>
  observe(({ at }) => {
    const callbacks: Callback[] = [];
    const read = promisify((callback: Callback) => {
      callbacks.push(callback);
    });
    at(11, () => {
      callbacks[1]?.(null, 'the second');
      callbacks[0]?.(null, 'the first');
    });
    return Promise.all([read(), read()]);
  });

/** Emits an event. An emitter without a listener for 'error' would throw the error in this call. */
const emit = (emitter: EventEmitter, name: string, ...args: unknown[]) =>
  (name !== 'error' || emitter.listenerCount('error') > 0) && emitter.emit(name, ...args);

/** The event is emitted on the line after the call. */
const emittedAtOnce = (name: string, argument: unknown) =>
  observe(() => {
    const oven = new EventEmitter();
    const next = nextEvent(oven, 'hot');
    emit(oven, name, argument);
    return next.catch(caught(argument));
  });

/** 'hot' is emitted before the call. After it 'open' at 5 ms, then 'hot' with these arguments, and once more. */
const emittedLater = (args: unknown[], name = 'hot') =>
  observe(
    async ({ at, call }) => {
      const oven = new EventEmitter();
      oven.emit(name, 'too early');
      at(5, () => ['open', 'close', 'end'].map((other) => oven.emit(other, 'another name')));
      at(13, () => oven.emit(name, ...args), 'hot');
      at(29, () => oven.emit(name, 'too late'));
      return call('nextEvent', () => nextEvent(oven, name));
    },
    { plan: { nextEvent: [0, 13] } },
  );

/** 'hot' is emitted three times during the same callback. */
const threeAtOnce = () =>
  observe(({ at }) => {
    const oven = new EventEmitter();
    at(13, () => [1, 2, 3].map((n) => oven.emit('hot', n)));
    return nextEvent(oven, 'hot');
  });

/** The oven emits 'error' at 17 ms, and 'hot' at 29 ms. The scene waits until 37 ms at most. */
const failing = (error: unknown) =>
  observe(({ at }) => {
    const oven = new EventEmitter();
    at(17, () => emit(oven, 'error', error, 'another argument'));
    at(29, () => emit(oven, 'hot'));
    const patience = new Promise((resolve) => {
      at(37, () => resolve('it was still pending'));
    });
    return Promise.race([nextEvent(oven, 'hot'), patience]);
  });

/** The oven emits 'error', and 'hot' in the same callback. */
const failingThenHot = (error: Error) =>
  observe(({ at }) => {
    const oven = new EventEmitter();
    at(17, () => {
      emit(oven, 'error', error);
      emit(oven, 'hot');
    });
    return nextEvent(oven, 'hot').catch(caught(error));
  });

/** How many listeners there are for each name after this event. Other code may have added some of its own. */
const listenersAfter = (name: string, others: readonly string[]) =>
  observe(async ({ at }) => {
    const oven = new EventEmitter();
    const argument = new Error('the oven is broken');
    const other = () => {};
    for (const name of others) oven.on(name, other);
    const next = nextEvent(oven, 'hot');
    for (const name of others) oven.on(name, other);
    at(13, () => emit(oven, name, argument));
    await next.catch(caught(argument));
    return Object.fromEntries(oven.eventNames().map((name) => [name, oven.listenerCount(name)]));
  });

/** Two calls for 'hot' of one oven, one for its 'open', and one for 'hot' of another oven. */
const fourWaits = () => {
  const broken = new Error('the oven is broken');
  return observe(
    ({ at, call }) => {
      const [oven, other] = [new EventEmitter(), new EventEmitter()];
      const waits = [
        call('a', () => nextEvent(oven, 'hot')),
        call('b', () => nextEvent(oven, 'hot')),
        call('c', () => nextEvent(oven, 'open')).catch(caught(broken)),
        call('d', () => nextEvent(other, 'hot')),
      ];
      at(13, () => oven.emit('hot', 'soup'), 'oven hot');
      at(19, () => emit(oven, 'error', broken), 'oven broken');
      at(31, () => other.emit('hot', 'cake'), 'other oven hot');
      return Promise.all(waits);
    },
    { plan: { a: [0, 13], b: [0, 13], c: [0, 19, { fails: true }], d: [0, 31] } },
  );
};

/** One wait after another. The last one begins in a listener for the event that ends the one before. */
const oneAfterAnother = () =>
  observe(async ({ at }) => {
    const oven = new EventEmitter();
    for (const ms of [7, 13, 19, 31]) at(ms, () => oven.emit('hot', ms));
    const got = [await nextEvent(oven, 'hot'), await nextEvent(oven, 'hot')];
    const third = nextEvent(oven, 'hot');
    const inside = new Promise<unknown[]>((resolve) => {
      oven.once('hot', () => resolve(nextEvent(oven, 'hot')));
    });
    return [...got, await third, await inside].flat();
  });

test('calls f once, synchronously, for each call of the new function', async () => {
  const trace = await called();
  expect(trace).toLogInTheCall('f is called', 'the caller goes on');
  expect(trace).toStart('disk', 1, ONCE_A_CALL);
  expect(await calledLater()).toLog(
    [7, 'f is called'],
    [11, 'f is called'],
    [11, 'f is called'],
    ONCE_A_CALL,
  );
});

test('passes this and all arguments to f, and then the callback', async () => {
  const disk = { name: 'disk' };
  const lists = [
    ['menu'],
    [],
    ['menu', undefined],
    [null, 0, '', false],
    ['menu', { size: 3 }],
    ['menu', () => 'no'],
    [1, 2, 3, 4, 5],
  ];
  for (const args of lists) {
    for (const self of [disk, undefined])
      expect(await passed(self, args)).toGive(['its this', args, 'function'], THIS_AND_ARGUMENTS);
  }
  expect(await methods()).toGive(['one', 'two', 'one'], THIS_AND_ARGUMENTS);
});

test('fulfils with the list of all results when the callback gets no error', async () => {
  for (const none of [null, undefined]) {
    for (const results of [
      ['one'],
      ['one', 'two', 'three', 'four', 'five'],
      [['a', 'list']],
      [],
      [undefined],
      [null, undefined],
    ]) {
      const trace = await later((callback) => callback(none, ...results));
      expect(trace).toGive(results, none === null ? ALL_RESULTS : NO_ERROR);
      expect(trace).toTake(23);
      expect(trace).toSetTimers(0);
    }
  }
  expect(await later((callback) => callback())).toGive([], ALL_RESULTS);
  await eachValue(['left', 'right'], async (values) => {
    expect(await twoDisks(values)).toGive([values.left, values.right], NO_ERROR);
  });
  expect(await promiseAsResult()).toGive('the pending promise', ALL_RESULTS);
});

test('rejects with the error that the callback gets', async () => {
  await eachReason(
    ['f'],
    async ({ f: error }) => {
      // Free: whether 0 and the like are errors.
      if (!error) return;
      for (const more of [[], ['half of the text']])
        expect(await later((callback) => callback(error, ...more))).toRejectWith(
          error,
          23,
          AN_ERROR,
        );
    },
    'calls back with',
  );
});

test('rejects with what f throws', async () => {
  await eachReason(
    ['f'],
    async ({ f: error }) => {
      const f = () => {
        throw error;
      };
      expect(await inTheCall(f)).toRejectWith(error, 0, THROWS);
    },
    'throws',
  );
});

test('takes a callback that is called synchronously', async () => {
  const menu = (callback: Callback) => callback(null, 'the', 'menu');
  const error = new Error('no disk');
  const fail = (callback: Callback) => callback(error);
  expect(await inTheCall(menu)).toGive(['the', 'menu'], IN_THE_CALL);
  expect(await inTheCall(fail)).toRejectWith(error, 0, IN_THE_CALL);
  for (const f of [menu, fail]) expect(await returned(f, error)).toGive('a promise', IN_THE_CALL);
});

test('lets the first callback or throw decide', async () => {
  const [error, other] = [new Error('no disk'), new Error('another error')];
  const [fulfilled, rejected] = ['fulfilled with ["one"]', "rejected with 'no disk'"];
  for (const [first, next] of [
    [0, 0],
    [0, 11],
    [7, 7],
    [7, 11],
  ] as const) {
    const cases: [unknown, unknown[], unknown[]][] = [
      [fulfilled, [null, 'one'], [null, 'two']],
      [fulfilled, [null, 'one'], [other]],
      [rejected, [error], [null, 'two']],
      [rejected, [error], [other]],
    ];
    for (const [expected, one, two] of cases) {
      const trace = await answering([
        [first, ...one],
        [next, ...two],
      ]);
      expect(trace).toGive(expected, FIRST_DECIDES);
    }
  }
  expect(await answering([[0, null, 'one']], other)).toGive(fulfilled, FIRST_DECIDES);
  expect(await answering([[0, error]], other)).toGive(rejected, FIRST_DECIDES);
  const trace = await answering([[7, null, 'two']], error);
  expect(trace).toGive(rejected, FIRST_DECIDES);
  expect(trace).toSetTimers(0);
  expect(await answering([[7, other]], error)).toGive(rejected, FIRST_DECIDES);
});

test('keeps calls apart', async () => {
  await together(sixCalls, (trace) => {
    expect(trace).toGive([['A'], ['B'], 'rejected', ['B'], ['B'], ['A']], CALLS_APART);
    expect(trace).toRunAsPlanned(CALLS_APART);
    expect(trace).toSetTimers(0);
  });
  await again(sixCalls, (trace) => expect(trace).toRunAsPlanned(CALLS_APART));
  expect(await calledBackTogether()).toGive([['the first'], ['the second']], CALLS_APART);
});

test('fulfils with the list of all arguments of the next event of that name', async () => {
  for (const args of [['soup'], ['soup', 180, undefined], [], [undefined]]) {
    const trace = await emittedLater(args);
    expect(trace).toGive(args, ALL_ARGUMENTS);
    expect(trace).toTake(13);
    expect(trace).toSetTimers(0);
  }
  for (const name of ['', 'hot!', 'constructor', '__proto__', 'finish'])
    expect(await emittedLater(['soup'], name)).toGive(['soup'], ALL_ARGUMENTS);
  expect(await threeAtOnce()).toGive([1], ALL_ARGUMENTS);
  await eachValue(
    ['the first argument', 'the second argument'],
    async (values) => {
      const args = Object.values(values);
      expect(await emittedLater(args)).toGive(args, ALL_ARGUMENTS);
    },
    'is',
  );
});

test("rejects when an 'error' event comes first", async () => {
  await eachReason(
    ['the oven'],
    async (reasons) => {
      const error = reasons['the oven'];
      expect(await failing(error)).toRejectWith(error, 17, ERROR_FIRST);
    },
    "emits 'error' with",
  );
  const error = new Error('the oven is broken');
  const trace = await failingThenHot(error);
  expect(trace).toGive('rejected', ERROR_BEFORE);
  expect(trace).toSetTimers(0);
});

test('misses no event that is emitted immediately after the call', async () => {
  expect(await emittedAtOnce('hot', 'soup')).toGive(['soup'], MISSED);
  expect(await emittedAtOnce('error', new Error('the oven is broken'))).toGive('rejected', MISSED);
});

test('leaves no listener of its own, and all of others', async () => {
  for (const name of ['hot', 'error']) {
    expect(await listenersAfter(name, [])).toGive({}, LISTENERS);
    expect(await listenersAfter(name, ['hot', 'error', 'open'])).toGive(
      { hot: 2, error: 2, open: 2 },
      LISTENERS,
    );
  }
});

test('waits in each call for the event of that call', async () => {
  await together(fourWaits, (trace) => {
    expect(trace).toRunAsPlanned(WAITS_APART);
    expect(trace).toGive([['soup'], ['soup'], 'rejected', ['cake']], WAITS_APART);
  });
  await again(oneAfterAnother, (trace) => expect(trace).toGive([7, 13, 19, 31], WAITS_APART));
});
