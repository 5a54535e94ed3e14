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
const RETURNED =
  'Here f also returns a value, as setTimeout(callback) does. Only what the callback gets is a result.';
const CALLS_APART =
  'Each call has its own callback, promise and results. Does your code keep something outside of the call?';
const MISSED =
  'The event was emitted immediately after the call. An emitter keeps no events: a listener that is added later never gets this one. Is each listener added during the call?';
const ALL_ARGUMENTS =
  'A listener gets any number of arguments. The value is the list of all arguments of the first event of that name after the call.';
const ERROR_FIRST =
  "After an 'error' event the other one may never come. Is there a listener for 'error', and does it reject with the argument that it gets? Without one, emit() would throw the error; so this test emits it only if there is one.";
const ERROR_BEFORE =
  "Here 'error' is emitted, and the other event immediately after it, in the same callback. The first of them decides.";
const LISTENERS =
  "These listeners are on the emitter when handlers of the promise run; 'own' is one of nextEvent. Before that, remove both of your own, and no others.";
const WAITS_APART =
  'Each call waits for the next event of its own emitter and name. Does your code keep something outside of the call?';

/** What code may take for something else, besides the values and reasons of the lab. */
const THENABLE = { then: (resolve: (value: string) => void) => resolve('inside of it') };
const PENDING = new Promise(() => {});
const ODD = [true, 1, 5n, Symbol('odd'), new Error(''), { code: 1 }, THENABLE, PENDING];

const each = async (name: string, verb: string, check: (it: unknown) => Promise<void>) => {
  await eachReason([name], (all) => check(all[name]), verb);
  await eachValue([name], (all) => check(all[name]), verb);
  for (const it of ODD) await check(it);
};

/** The list, with a note in the place of each that is not the very same. */
const marked = (list: unknown, expected: unknown[]) => {
  const mark = (it: unknown, i: number) => (Object.is(it, expected[i]) ? it : 'another one');
  return Array.isArray(list) ? list.map(mark) : list;
};

const NO_DISK = new Error('no disk');
const OTHER = new Error('another error');
const BROKEN = new Error('the oven is broken');
const LOST = `rejected with '${BROKEN.message}'`;

/** Catches these errors, and no other ones. */
const caught = (error: unknown) => {
  if (!(error instanceof Error) || ![NO_DISK, OTHER, BROKEN].includes(error)) throw error;
  return `rejected with '${error.message}'`;
};

/** For a scene that is not about what the new function returns. */
const ignore = (reading: unknown) => void Promise.resolve(reading).catch(() => {});

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

/** The new function is called at 7 ms, and at 11 ms two times: the second time, f calls it once more. */
const calledLater = () =>
  observe(({ log, at, sleep }) => {
    let calls = 0;
    const read: () => unknown = promisify((callback: Callback) => {
      log('f is called');
      if (++calls === 3) ignore(read());
      queueMicrotask(() => callback(null));
    });
    at(7, () => ignore(read()));
    at(11, () => [ignore(read()), ignore(read())]);
    return sleep(20);
  });

/** What f gets in a call with these. A call with others comes before. */
const passed = (self: unknown, args: unknown[]) =>
  observe(async ({ sleep }) => {
    let got: unknown[] = [];
    const f = function (this: unknown, ...all: unknown[]) {
      const last = all.at(-1);
      const whose = Object.is(this, self) ? 'its this' : 'another this';
      got = [whose, marked(all.slice(0, -1), args), typeof last];
      if (typeof last === 'function') queueMicrotask(() => last(null));
    };
    // It says that it has two parameters and a callback. Many such functions can be called with fewer.
    Object.defineProperty(f, 'length', { value: 3 });
    const read: (this: unknown, ...args: unknown[]) => unknown = promisify(f);
    ignore(read.call({ name: 'before' }, 'before'));
    ignore(read.apply(self, args));
    await sleep(5);
    return got;
  });

/** The disk takes 23 ms. Then f does this with its callback. */
const later = (answer: (callback: Callback) => void, results?: unknown[], returned?: unknown) =>
  observe(async ({ job }) => {
    const disk = job('disk', 23);
    const read = promisify((callback: Callback) => {
      disk().then(() => void answer(callback));
      return returned;
    });
    const got = await read();
    return results ? marked(got, results) : got;
  });

/** f does this during its call. */
const inTheCall = (f: (callback: Callback) => void) =>
  observe(({ call }) => {
    const reading: unknown = call('read', () => promisify(f)());
    if (typeof Object(reading).then === 'function') return reading;
    throw new TypeError('the new function returned no promise');
  });

type Answer = [when: number | 'soon', ...answer: unknown[]];

/** f calls back at these ms (at 0 before it returns), and then may throw. Says how the promise settles. */
const answering = (answers: Answer[], thrown?: Error) =>
  observe(async ({ sleep }) => {
    let calls = 0;
    const read = promisify((callback: Callback) => {
      calls++;
      for (const [when, ...answer] of answers) {
        const back = () => void callback(...answer);
        if (when === 0) back();
        else if (when === 'soon') queueMicrotask(back);
        else sleep(when).then(back);
      }
      if (thrown) throw thrown;
    });
    const how = await read().then((all) => `fulfilled with ${JSON.stringify(all)}`, caught);
    await sleep(50);
    return calls === 1 ? how : `${how}, and f was called ${calls} times`;
  });

/** Two new functions of one f: 'a' comes back after 'b', 'c' fails, and for 'd' f throws. */
const manyCalls = () =>
  observe(async ({ call, sleep, now }) => {
    const f = (name: string, callback: Callback) => {
      if (name === 'd') throw NO_DISK;
      const ms = { a: 31, b: 13 }[name] ?? 3;
      const answer = name === 'c' ? [NO_DISK] : [null, name];
      sleep(ms).then(() => void callback(...answer));
    };
    const [read, load] = [promisify(f), promisify(f)];
    const start = async (g: typeof read, name: string) =>
      `${await call(name, () => g(name)).catch(caught)} at ${now()} ms`;
    const early = ['a', 'b', 'c', 'd'].map((name) => start(read, name));
    await sleep(5);
    return Promise.all([...early, start(load, 'b'), start(read, 'b'), start(load, 'a')]);
  });

/** Two calls. Then f calls back for the second one, and in the same callback for the first one. */
const calledBackTogether = () =>
  observe(({ at }) => {
    const callbacks: Callback[] = [];
    const read = promisify((callback: Callback) => void callbacks.push(callback));
    at(11, () => callbacks.reverse().map((callback, i) => callback(null, i)));
    return Promise.all([read(), read()]);
  });

/** Emits an event. An emitter without a listener for 'error' would throw the error in this call. */
const emit = (emitter: EventEmitter, name: string, ...args: unknown[]) =>
  (name !== 'error' || emitter.listenerCount('error') > 0) && emitter.emit(name, ...args);

/** 'hot' is emitted before the call, with these at 13 ms, and once more in the same callback. */
const emittedLater = (args: unknown[], name = 'hot') =>
  observe(async ({ at }) => {
    const oven = new EventEmitter();
    oven.emit(name, 'too early');
    at(5, () => ['open', 'close', 'end'].map((other) => oven.emit(other, 'another name')));
    at(13, () => [args, ['too late']].map((all) => oven.emit(name, ...all)), 'hot');
    return marked(await nextEvent(oven, name), args);
  });

/** The oven emits 'error' at 17 ms, and 'hot' at 29 ms, or in the same callback. */
const failing = (args: unknown[], isSameCallback = false) =>
  observe(({ at }) => {
    const oven = new EventEmitter();
    const hot = () => emit(oven, 'hot');
    at(17, () => [emit(oven, 'error', ...args), isSameCallback && hot()], 'error');
    at(29, hot);
    const next = nextEvent(oven, 'hot');
    return isSameCallback ? next.catch(caught) : next;
  });

/** A line for each name that has listeners, in their order. */
const listenersOf = (emitter: EventEmitter, known = new Map<unknown, string>()) => {
  const lines = emitter.eventNames().map((name) => {
    const all = emitter.rawListeners(name).map((it) => known.get(it) ?? 'own');
    return `${String(name)}: ${all.join(', ')}`;
  });
  return lines.length > 0 ? lines : ['none'];
};

/** Emits this at its ms (at 0 on the line after the call). Before and after the call, others add listeners. */
const emitted = (name: string, ms: number, others: readonly string[] = []) =>
  observe(async ({ at, log }) => {
    // In a microtask, where what comes after all microtasks is too late.
    await undefined;
    const oven = new EventEmitter();
    const known = new Map<unknown, string>();
    const add = (event: string, when: string) => {
      for (const how of ['on', 'once'] as const) {
        oven[how](event, () => {});
        known.set(oven.rawListeners(event).at(-1), `${how} ${when}`);
      }
    };
    for (const event of others) add(event, 'before');
    const next = nextEvent(oven, 'hot');
    for (const event of others) add(event, 'after');
    const happen = () => emit(oven, name, name === 'error' ? BROKEN : 'soup');
    if (ms === 0) happen();
    else at(ms, happen, name);
    const noted = (how: unknown) => {
      for (const line of listenersOf(oven, known)) log(line);
      return how;
    };
    return next.then(noted, (error) => noted(caught(error)));
  });

/** Two calls for 'hot' of one oven, two for its 'open', and one for 'hot' of another oven. */
const fiveWaits = () => {
  const failed: [number, number, object] = [0, 19, { fails: true }];
  return observe(
    async ({ at, call, log }) => {
      const end = new Promise((resolve) => at(37, () => resolve('end')));
      const [oven, other] = [new EventEmitter(), new EventEmitter()];
      const waits = [
        call('a', () => nextEvent(oven, 'hot')),
        call('b', () => nextEvent(oven, 'hot')),
        call('c', () => nextEvent(oven, 'open')).catch(caught),
        call('d', () => nextEvent(oven, 'open')).catch(caught),
        call('e', () => nextEvent(other, 'hot')),
      ];
      at(13, () => oven.emit('hot', 'soup'), 'oven hot');
      at(15, () => log(`${oven.listenerCount('hot')} for 'hot' of the oven`));
      at(19, () => emit(oven, 'error', BROKEN), 'oven broken');
      at(31, () => other.emit('hot', 'cake'), 'other oven hot');
      const all = await Promise.all(waits);
      await end;
      for (const it of [oven, other]) log(listenersOf(it).join());
      return all;
    },
    { plan: { a: [0, 13], b: [0, 13], c: failed, d: failed, e: [0, 31] } },
  );
};

/** One wait after another. The last one begins in a listener for the event that ends the one before. */
const oneAfterAnother = () =>
  observe(async ({ at }) => {
    const oven = new EventEmitter();
    const wait = () => nextEvent(oven, 'hot').catch(caught);
    for (const ms of [7, 19, 31, 37]) at(ms, () => oven.emit('hot', ms), `hot ${ms}`);
    for (const ms of [11, 13]) at(ms, () => emit(oven, 'error', BROKEN), 'broken');
    const got = [await wait(), await wait(), await wait(), await wait()];
    const last = wait();
    const inside = new Promise((resolve) => void oven.once('hot', () => resolve(wait())));
    return [...got, await last, await inside].flat();
  });

test('calls f once, synchronously, for each call of the new function', async () => {
  const trace = await called();
  expect(trace).toLogInTheCall('f is called', 'the caller goes on');
  expect(trace).toStart('disk', 1, ONCE_A_CALL);
  const lines = [7, 11, 11, 11].map((ms): [number, string] => [ms, 'f is called']);
  expect(await calledLater()).toLog(...lines, ONCE_A_CALL);
});

test('passes this and all arguments to f, and then the callback', async () => {
  const lists = [['menu'], [], ['menu', undefined], ['menu', () => 'no'], [1, 2, 3, 4, 5, 6, 7]];
  for (const args of lists)
    expect(await passed({}, args)).toGive(['its this', args, 'function'], THIS_AND_ARGUMENTS);
  await each('this or an argument', 'is', async (it) => {
    expect(await passed(it, [it])).toGive(['its this', [it], 'function'], THIS_AND_ARGUMENTS);
  });
});

test('fulfils with the list of all results when the callback gets no error', async () => {
  const check = async (...results: unknown[]) => {
    for (const none of [null, undefined]) {
      const trace = await later((callback) => callback(none, ...results), results);
      expect(trace).toGive(results, none === null ? ALL_RESULTS : NO_ERROR);
      expect(trace).toTake(23);
      expect(trace).toSetTimers(0);
    }
  };
  for (const results of [['one'], [1, 2, 3, 4, 5, 6, 7], [], [undefined], [null, undefined]])
    await check(...results);
  expect(await later((callback) => callback())).toGive([], ALL_RESULTS);
  await each('a result', 'is', async (it) => {
    await check(it);
    await check('the first', it);
  });
  for (const returned of [7, false, {}]) {
    const trace = await later((callback) => callback(null, 'one'), ['one'], returned);
    expect(trace).toGive(['one'], RETURNED);
  }
});

test('rejects with the error that the callback gets', async () => {
  await each('f', 'calls back with', async (error) => {
    // Free: whether 0 and the like are errors.
    if (!error) return;
    for (const more of [[], ['half of the text']]) {
      const trace = await later((callback) => callback(error, ...more));
      expect(trace).toRejectWith(error, 23, AN_ERROR);
    }
  });
});

test('rejects with what f throws', async () => {
  await each('f', 'throws', async (error) => {
    const trace = await inTheCall(() => {
      throw error;
    });
    expect(trace).toRejectWith(error, 0, THROWS);
  });
});

test('takes a callback that is called synchronously', async () => {
  const menu = await inTheCall((callback) => callback(null, 'the', 'menu'));
  expect(menu).toGive(['the', 'menu'], IN_THE_CALL);
  const failed = await inTheCall((callback) => callback(NO_DISK));
  expect(failed).toRejectWith(NO_DISK, 0, IN_THE_CALL);
});

test('lets the first callback or throw decide', async () => {
  for (const [one, expected] of [
    [[null, 'one'], 'fulfilled with ["one"]'],
    [[NO_DISK], "rejected with 'no disk'"],
  ] as const) {
    for (const two of [[null, 'two'], [OTHER]]) {
      for (const first of [0, 7]) {
        for (const next of [first, 11]) {
          const answers = [one, two, two].map((it, i) => [i === 0 ? first : next, ...it] as Answer);
          expect(await answering(answers)).toGive(expected, FIRST_DECIDES);
        }
      }
    }
    expect(await answering([[0, ...one]], OTHER)).toGive(expected, FIRST_DECIDES);
  }
  for (const when of ['soon', 7] as const) {
    for (const late of [[null, 'two'], [OTHER]]) {
      const trace = await answering([[when, ...late]], NO_DISK);
      expect(trace).toGive("rejected with 'no disk'", FIRST_DECIDES);
      expect(trace).toSetTimers(0);
    }
  }
});

test('keeps calls apart', async () => {
  const c = "rejected with 'no disk' at 3 ms";
  const d = "rejected with 'no disk' at 0 ms";
  const expected = ['a at 31 ms', 'b at 13 ms', c, d, 'b at 18 ms', 'b at 18 ms', 'a at 36 ms'];
  for (const repeat of [together, again]) {
    await repeat(manyCalls, (trace) => {
      expect(trace).toGive(expected, CALLS_APART);
      expect(trace).toSetTimers(0);
    });
  }
  expect(await calledBackTogether()).toGive([[1], [0]], CALLS_APART);
});

test('fulfils with the list of all arguments of the next event of that name', async () => {
  for (const args of [
    ['soup'],
    [null, 'soup', undefined],
    [],
    [undefined],
    [1, 2, 3, 4, 5, 6, 7],
  ]) {
    const trace = await emittedLater(args);
    expect(trace).toGive(args, ALL_ARGUMENTS);
    expect(trace).toTake(13);
    expect(trace).toSetTimers(0);
  }
  for (const name of ['', 'hot!', 'constructor', '__proto__', 'finish'])
    expect(await emittedLater(['soup'], name)).toGive(['soup'], ALL_ARGUMENTS);
  await each('an argument', 'is', async (it) => {
    for (const args of [[it], ['the first', it]])
      expect(await emittedLater(args)).toGive(args, ALL_ARGUMENTS);
  });
});

test("rejects when an 'error' event comes first", async () => {
  await each('the oven', "emits 'error' with", async (error) => {
    const trace = await failing([error, 'another argument']);
    expect(trace).toRejectWith(error, 17, ERROR_FIRST);
  });
  expect(await failing([])).toRejectWith(undefined, 17, ERROR_FIRST);
  const trace = await failing([BROKEN], true);
  expect(trace).toGive(LOST, ERROR_BEFORE);
  expect(trace).toSetTimers(0);
  // The same error once more, from another emitter.
  expect(await failing([BROKEN])).toRejectWith(BROKEN, 17, ERROR_FIRST);
});

test('misses no event that is emitted immediately after the call', async () => {
  expect(await emitted('hot', 0)).toGive(['soup'], MISSED);
  expect(await emitted('error', 0)).toGive(LOST, MISSED);
});

test('leaves no listener of its own, and all of others', async () => {
  const all = 'on before, once before, on after, once after';
  for (const ms of [13, 0]) {
    for (const name of ['hot', 'error']) {
      expect(await emitted(name, ms)).toLog([ms, 'none'], LISTENERS);
      const others = ['hot', 'error', 'open'];
      const left = others.map((it) => `${it}: ${it === name ? 'on before, on after' : all}`);
      const lines = left.map((line): [number, string] => [ms, line]);
      expect(await emitted(name, ms, others)).toLog(...lines, LISTENERS);
    }
  }
  const lines: [number, string][] = [
    [15, "0 for 'hot' of the oven"],
    [37, 'none'],
    [37, 'none'],
  ];
  expect(await fiveWaits()).toLog(...lines, LISTENERS);
});

test('waits in each call for the event of that call', async () => {
  await together(fiveWaits, (trace) => {
    expect(trace).toRunAsPlanned(WAITS_APART);
    expect(trace).toSetTimers(0);
    expect(trace).toGive([['soup'], ['soup'], LOST, LOST, ['cake']], WAITS_APART);
  });
  const expected = [7, LOST, LOST, 19, 31, 37];
  await again(oneAfterAnother, (trace) => expect(trace).toGive(expected, WAITS_APART));
});
