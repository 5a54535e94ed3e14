import {
  again,
  eachReason,
  eachValue,
  expect,
  explore,
  type Lab,
  observe,
  test,
  together,
} from '#lab';
import { mapAhead } from './7-map-ahead.ts';

const NO_BREAD = new Error('no bread');

// What failures say, in the order of the tests.
const TWO =
  'With n = 2, two items are ahead, in the order of the source. A result that is ready and not read keeps its place: the next item is asked for when the reader gets a result.';
const ORDER =
  'There is one result for each item, in the order of the items, each as soon as it and all before it are ready. Each one that the reader gets makes a place free.';
const VALUES = 'undefined, 0, an empty list and an Error are results like any other.';
const READY =
  'The reader waits, and this result is ready. That the next item has not come yet is no reason to wait.';
const ONCE = 'Each item is a call of its own, and that item is the only argument.';
const SHARED = `${ONCE} f may return the promise of an earlier call: that is another result.`;
const AT_ONCE =
  'An item that has come is waiting for nothing: call f, also while the reader is busy and asks for no result.';
const PLACES =
  'While fewer than n items are ahead, ask for the next one. A result that is ready and not read keeps its place, until the reader gets it.';
const NOT_BUSY =
  'While the reader is busy, n results wait for it at most. One more may be on its way, for the one that the reader has.';
const ONE =
  'Ask for an item when the one before has come: a source that is asked twice at the same time may mix them up.';
const LAZY =
  'The reader has not asked for anything yet. It may never do so, and then nobody closes the source.';
const FIRST =
  'The results before the failed one are good: the reader gets them first, and then the reason of that failure.';
const A_COMES_FIRST =
  "Also when 'b' fails earlier, 'a' comes before it in the order of the items: the reason of 'a' counts.";
const NO_MORE =
  'A call had failed, so no result after that one is of use: ask for nothing more, and start no call.';
const BROKEN =
  'The source has failed. The results of the items before that are good: the reader gets them first, and then the reason of the source.';
const ENDED =
  'The reader takes a rejection for the end. Reject when no call is running any more, and the source is closed.';
const CLOSED =
  'No item will be read any more. The source has to know that: it may hold a file open.';
const NO_LONGER =
  'Close the source by its return(), once, and ask it for nothing after that: a connection may go back to its pool twice.';
const OVER =
  'The source has ended or failed by itself, so it is over: return() is for one that is not.';
const LEFT =
  'The reader has left the loop, and goes on when return() fulfils: when no call is running any more, and the source is closed.';
const WHATEVER =
  'The reader has left before that result, so the failure of its call is of no use any more.';
const WHOLE =
  'That is no number of items that can be ahead: 0, -1, 1.5, 0.5, NaN and -Infinity are refused before anything is read.';
const APART = 'Two calls of mapAhead know nothing of each other.';
const NO_TIMER = 'No caller asks for a wait, and a promise calls its handlers by itself.';

/** A call of `f`. */
interface Call {
  takes: number;
  /** Its name, unless told. */
  item?: unknown;
  gives?: unknown;
  failsWith?: unknown;
  throws?: unknown;
}

type Calls = Readonly<Record<string, Call>>;

interface Options extends Omit<NonNullable<Parameters<Lab['source']>[2]>, 'takes'> {
  /** How long the source makes each item; the last one is for the end, or the failure. */
  takes?: number | readonly number[];
  /** When the reader asks for the first result. */
  begins?: number;
  /** How long the reader works with each result. */
  busy?: number;
  /** The reader leaves after so many results. */
  leaves?: number;
  /** The iterator of the source has no return(). */
  hasNoReturn?: boolean;
}

const callsOf = (takes: Record<string, number>): Calls =>
  Object.fromEntries(Object.entries(takes).map(([name, ms]) => [name, { takes: ms }]));

/** What happens when; of two that a place waits for, no test has one in the ms of the other. */
const timesOf = (calls: Calls, n: number, options: Options) => {
  const { takes: making = 0, begins = 0, busy = 0, leaves = Infinity, closesIn = 0 } = options;
  const took = (i: number) => (typeof making === 'number' ? making : (making[i] ?? 0));
  const all = Object.entries(calls);
  const asks: number[] = [];
  const given: [ms: number, who: string, item: unknown][] = [];
  const started: [name: string, ms: number, end: number][] = [];
  let [came, ready, stops, failsAt] = [begins, begins, Infinity, Infinity];
  for (let i = 0; i <= all.length; i++) {
    const asked = Math.max(came, i < n ? begins : (given[i - n]?.[0] ?? Infinity));
    if (asked >= stops) break;
    const [name, call] = all[i] ?? [];
    if (call || 'failsWith' in options) asks.push(asked);
    came = asked + (typeof making !== 'number' ? (making[i] ?? 0) : asks.length > i ? making : 0);
    if (!call || !name || came >= stops) break;
    const end = came + call.takes;
    started.push([name, came, end]);
    const isFailure = 'failsWith' in call || 'throws' in call;
    if (isFailure) stops = Math.min(stops, end);
    if (failsAt < Infinity || given.length === leaves) continue;
    ready = Math.max(ready, end);
    if (isFailure) failsAt = ready;
    else {
      given.push([ready, 'reader', 'gives' in call ? call.gives : name.toUpperCase()]);
      ready += busy;
      if (given.length === leaves) stops = Math.min(stops, ready);
    }
  }
  const closing = stops < Infinity ? closesIn : 0;
  const ends = started.map(([, , end]) => end);
  const last = Math.max(ready, Math.max(ready, came) + closing, ...ends);
  const fails = failsAt < Infinity || (asks.length > all.length && given.length < leaves);
  return { asks, given, started, last, fails };
};

/** An `f` that makes each of these calls once, found by its item. */
const fOf = (lab: Lab, calls: Calls) => {
  const waiting = Object.entries(calls).map(([name, call]) => {
    return { name, item: name as unknown, gives: name.toUpperCase() as unknown, ...call };
  });
  const items = waiting.map(({ item }) => item);
  const f = (item: unknown) => {
    const i = waiting.findIndex((one) => Object.is(one.item, item));
    const [one] = i < 0 ? [] : waiting.splice(i, 1);
    if (!one) return lab.job<unknown>('a call too many', 1)();
    if ('throws' in one) throw one.throws;
    return lab
      .job(one.name, one.takes, one)()
      .then((result) => {
        lab.puts(result);
        return result;
      });
  };
  return { items, f };
};

/** A reader takes one result after another. A rejection with NO_BREAD is the end of the scene, and no failure of it. */
const reading = (calls: Calls, n: number, options: Options = {}) => {
  const { begins = 0, busy = 0, leaves = Infinity, hasNoReturn, ...from } = options;
  const { given, started, last, fails } = timesOf(calls, n, options);
  const plan: Record<string, [number, number, { fails: boolean }?]> = {
    reading: [begins, last, { fails }],
  };
  for (const [name, start, end] of started) if (end > start) plan[name] = [start, end];
  const works = { works: given.map(([ms]) => [ms, ms + busy] as const) };
  return observe(
    async (lab) => {
      const { items, f } = fOf(lab, calls);
      const source = lab.source('items', items, { ...from, takes: from.takes ?? 0 });
      let hasLeft = false;
      const next = async () => {
        if (hasLeft) lab.log('next()');
        const { done, value } = await source.next();
        // What ends may have a value, and what has a value needs no `done`: here, the first one has none.
        if (done) return { done, value: 'the end' };
        return value === items[0] ? { value } : { done, value };
      };
      const close = () => {
        lab.log('return()');
        return source.return(undefined);
      };
      const iterator = hasNoReturn
        ? { next }
        : { next, return: close, throw: () => source.throw(0) };
      const all = { [Symbol.asyncIterator]: () => iterator } as AsyncIterable<unknown>;
      const results = mapAhead(all, n, f);
      const read = async () => {
        for (let count = 0; count < leaves; count++) {
          lab.asks('reader');
          const { done, value } = await results.next();
          if (done) return lab.leaves('reader');
          lab.gets('reader', value);
          if (count > items.length) throw new Error('There are more results than items.');
          if (busy) await lab.job('works', busy)();
        }
        hasLeft = true;
        await results.return(undefined);
      };
      if (begins) await lab.sleep(begins);
      return lab.call('reading', read).catch((error: unknown) => {
        if (error !== NO_BREAD) throw error;
      });
    },
    { plan: { ...plan, ...(busy ? works : {}) } },
  );
};

/** That, and all of it is as planned. */
const asPlanned = async (calls: Calls, n: number, why: string, options: Options = {}) => {
  const trace = await reading(calls, n, options);
  const times = timesOf(calls, n, options);
  expect(trace).toAsk({ items: times.asks }, why);
  expect(trace).toRunAsPlanned(why);
  expect(trace).toDeliver(times.given, why);
  return trace;
};

/** With two places, 'c' and 'd' start at 31 ms, when 'a' and 'b' have been read; 'e' at 42 ms. */
const five = (more: Calls = {}) => ({ ...callsOf({ a: 31, b: 13, c: 11, d: 23, e: 7 }), ...more });

/** 'b' fails at 13 ms; 'a' and 'c' are running until 31 ms and 11 ms. */
const failing = (failsWith: unknown) => five({ b: { takes: 13, failsWith } });

const FAILS = { takes: 13, failsWith: NO_BREAD };
const THROWS = { takes: 0, throws: NO_BREAD };

/** 'a' is ready at 16 ms, and 'b' at 49 ms. The third item is asked for at 8 ms, and comes at 39 ms. */
const SLOW: Options = { takes: [3, 5, 31] };
const slow = (more: Calls = {}) => ({ ...callsOf({ a: 13, b: 41, c: 11 }), ...more });

/** The reader gets 'A' at 13 ms, and leaves at 20 ms; 'b' is running until 31 ms. */
const LEAVING: Options = { busy: 7, leaves: 1 };
const leaving = (more: Calls = {}) => ({ ...callsOf({ a: 13, b: 31, c: 5, d: 3 }), ...more });

const LATE_FAILURE = { takes: 31, failsWith: 'nobody asks' };

test('yields the results in the order of the items, whatever values they are', async () => {
  // The lesson draws this first run. The next one has two items: they show the order, whenever a third one is asked for.
  await reading(five(), 2);
  await asPlanned(callsOf({ a: 31, b: 13 }), 2, ORDER);
  await asPlanned(five(), 2, TWO);
  await explore(['a', 'b', 'c', 'd'], async (takes) => {
    await asPlanned(callsOf(takes), 3, ORDER);
  });
  await eachValue(['a', 'b'], async ({ a, b }) => {
    await asPlanned({ a: { takes: 13, gives: a }, b: { takes: 7, gives: b } }, 2, VALUES);
  });
  for (const takes of [0, 7, [7]]) await asPlanned({}, 2, 'There are no items.', { takes });
});

test('hands over a result that is ready while it waits for the source', async () => {
  const calls = callsOf({ a: 5, b: 5, c: 5 });
  for (const n of [3, 2, Infinity]) await asPlanned(calls, n, READY, { takes: 20 });
  await asPlanned(slow(), 3, READY, { takes: [3, 5, 61, 97] });
});

test('calls f once for each item, as soon as it comes, also while the reader is busy', async () => {
  const isKept = async ({ it: item }: { it: unknown }) => {
    await asPlanned(five({ b: { takes: 13, item }, d: { takes: 23, item } }), 3, ONCE);
  };
  await eachValue(['it'], isKept, 'is');
  // The items come at 19, 38 and 57 ms, and the reader has 'A' from 32 to 95 ms.
  const calls = callsOf({ a: 13, b: 11, c: 31 });
  await asPlanned(calls, 5, AT_ONCE, { takes: 19, busy: 63 });
  const sharing = async ({ job, log, source }: Lab) => {
    const shared = job('shared', 13)();
    const f = (...args: unknown[]) => {
      log(`f(${args.join(', ')})`);
      return shared;
    };
    const results = mapAhead(source('items', ['a', 'a', 'b'], { takes: 0 }), 2, f);
    return [await results.next(), await results.next(), await results.next()];
  };
  expect(await observe(sharing)).toLog([0, 'f(a)'], [0, 'f(a)'], [13, 'f(b)'], SHARED);
});

test('asks for the next item while fewer than n are ahead, and not before', async () => {
  for (const n of [2, 1, 3, Infinity, Number.MAX_SAFE_INTEGER]) await asPlanned(five(), n, PLACES);
  const many = Array.from({ length: 40 }, (_, i) => [i, ((i * 11) % 29) + 1] as const);
  for (const n of [3, Infinity]) await asPlanned(callsOf(Object.fromEntries(many)), n, PLACES);
  // When the reader comes back, the next result is always ready.
  const calls = callsOf(Object.fromEntries([...'abcdefghij'].map((name) => [name, 7])));
  for (const n of [2, 5]) {
    const trace = await reading(calls, n, { busy: 29 });
    expect(trace).toRunAhead('items', 'works', { least: n, most: n + 1 }, NOT_BUSY);
    expect(trace).toDeliver(timesOf(calls, n, { busy: 29 }).given, ORDER);
  }
});

test('asks for one item at a time, and for none before the first next()', async () => {
  for (const n of [2, 7]) await asPlanned(five(), n, ONE, { takes: 3, isByHand: true });
  await asPlanned(five(), 3, LAZY, { begins: 17 });
});

test('when f fails, yields the results before that first, then rejects with its reason', async () => {
  const rejectsAt = async (ms: number, calls: Calls, n: number, why: unknown, because = FIRST) =>
    expect(await reading(calls, n)).toRejectWith(why, ms, because);
  const rejects = async ({ f: failsWith }: { f: unknown }) => {
    const both = { ...failing('too late'), a: { takes: 31, failsWith } };
    const third = { ...failing(failsWith), c: { takes: 23, failsWith: 'too late' } };
    await rejectsAt(31, failing(failsWith), 7, failsWith);
    await rejectsAt(31, both, 7, failsWith, A_COMES_FIRST);
    await rejectsAt(31, third, 7, failsWith);
    await rejectsAt(54, five({ e: { takes: 7, failsWith } }), 2, failsWith);
  };
  await eachReason(['f'], rejects);
  await asPlanned(failing(NO_BREAD), 7, FIRST);
  const two = callsOf({ a: 31, b: 13 });
  const throws = ({ f: why }: { f: unknown }) =>
    rejectsAt(31, { ...two, c: { takes: 0, throws: why } }, 3, why);
  await eachReason(['f'], throws, "for 'c' throws");
  await asPlanned({ ...two, c: THROWS }, 3, FIRST);
});

test('after a failure asks for no item and does not call f, also when an item is on its way', async () => {
  const scenes: [Calls, n: number, Options?][] = [
    ...[2, 3, 4].map((n) => [failing(NO_BREAD), n] as [Calls, number]),
    [five({ b: THROWS }), 2],
    [slow({ a: { takes: 97 }, b: FAILS, d: FAILS }), 5, SLOW],
    [slow({ a: FAILS, d: FAILS }), 5, SLOW],
  ];
  for (const [calls, n, options = {}] of scenes) {
    const trace = await reading(calls, n, options);
    const { asks, started } = timesOf(calls, n, options);
    expect(trace).toAsk({ items: asks }, NO_MORE);
    const starts = started.filter(([, start, end]) => end > start);
    expect(trace).toStartAt(Object.fromEntries(starts), NO_MORE);
  }
});

test('when the source rejects, yields the results before that first, then rejects with its reason', async () => {
  await eachReason(['items'], async ({ items: failsWith }) => {
    expect(await reading({}, 2, { failsWith })).toRejectWith(failsWith, 0, BROKEN);
    expect(await reading(slow(), 5, { ...SLOW, failsWith })).toRejectWith(failsWith, 50, BROKEN);
    const early = { takes: 2, failsWith, busy: 83 };
    expect(await reading(slow(), 5, early)).toRejectWith(failsWith, 264, BROKEN);
  });
  for (const n of [7, 2]) await asPlanned(five(), n, BROKEN, { failsWith: NO_BREAD });
});

test('rejects when no call is running any more, and the source is closed', async () => {
  const calls = five({ a: FAILS, b: { takes: 31 } });
  for (const n of [2, 1])
    for (const closesIn of [0, 29]) {
      const trace = await asPlanned(calls, n, ENDED, { closesIn });
      expect(trace).toClose({ items: 13 }, CLOSED);
      expect(trace).toLog([13, 'return()'], NO_LONGER);
    }
  const three = { a: FAILS, b: { takes: 5, failsWith: NO_BREAD }, c: { takes: 97 } };
  await asPlanned(three, 3, ENDED);
  for (const takes of [31, 61]) {
    const options = { takes: [3, 5, takes] };
    const late = await asPlanned(slow({ a: FAILS, d: FAILS }), 5, ENDED, options);
    expect(late).toClose({ items: 8 + takes }, CLOSED);
  }
  const two = { a: FAILS, b: { takes: 97 } };
  await asPlanned(two, 7, ENDED);
  for (const all of [five(), failing(NO_BREAD), two]) expect(await reading(all, 7)).toLog(OVER);
  expect(await reading(five(), 7, { failsWith: NO_BREAD })).toLog(OVER);
  const own = { ...calls, a: { takes: 13, failsWith: 'this' } };
  for (const options of [{ closesWith: 'it cannot be closed' }, { hasNoReturn: true }])
    expect(await reading(own, 2, options)).toRejectWith('this', 31, FIRST);
});

test('when the reader leaves, closes the source immediately, and waits for the calls that are running', async () => {
  for (const closesIn of [0, 29])
    for (const more of [{}, { b: LATE_FAILURE }] as Calls[]) {
      const trace = await reading(leaving(more), 2, { ...LEAVING, closesIn });
      expect(trace).toClose({ items: 20 }, CLOSED);
      expect(trace).toTake(Math.max(31, 20 + closesIn), LEFT);
      expect(trace).toGive(undefined, WHATEVER);
      expect(trace).toLog([20, 'return()'], NO_LONGER);
    }
  for (const takes of [31, 61])
    for (const n of [3, 5])
      await asPlanned(slow({ d: FAILS }), n, LEFT, { takes: [3, 5, takes], ...LEAVING });
  const early = { b: { takes: 5, failsWith: 'nobody asks' }, c: { takes: 41 } };
  expect(await asPlanned(leaving(early), 3, LEFT, LEAVING)).toGive(undefined, WHATEVER);
  // 'b' fails while return() waits for 'c', too.
  const late = leaving({ b: LATE_FAILURE, c: { takes: 41 } });
  expect(await reading(late, 3, LEAVING)).toTake(41, LEFT);
  for (const end of [{}, { failsWith: NO_BREAD }]) {
    const trace = await reading(callsOf({ a: 13, b: 97 }), 5, { ...LEAVING, ...end });
    expect(trace).toTake(97, LEFT);
    expect(trace).toLog(OVER);
  }
  // The source fails while it is making the third item.
  const two = callsOf({ a: 13, b: 41 });
  const dead = { ...LEAVING, takes: [3, 5, 61], failsWith: NO_BREAD };
  expect(await reading(two, 3, dead)).toTake(69, LEFT);
  expect(await reading(leaving(), 2, { ...LEAVING, hasNoReturn: true })).toTake(31, LEFT);
});

test('fails with a RangeError and asks for nothing, if n is no whole number of at least 1', async () => {
  for (const n of [0, -1, 1.5, Number.NaN, 0.5, -Infinity]) {
    const trace = await observe(async ({ source, job }) =>
      mapAhead(source('items', ['a'], { takes: 0 }), n, () => job('a', 1)()).next(),
    );
    expect(trace).toAsk({ items: [] }, WHOLE);
    expect(trace).toFailWith({ name: 'RangeError' }, 0, WHOLE);
  }
});

test('keeps two calls apart', async () => {
  for (const repeat of [again, together])
    await repeat(
      () => reading(failing(NO_BREAD), 2),
      (trace) => expect(trace).toRunAsPlanned(APART),
    );
  const sharing = async ({ log, source }: Lab) => {
    const f = async (item: string) => log(item);
    const read = async (item: string, work: typeof f) => {
      const results = mapAhead(source(item, [item], { takes: 0 }), 1, work);
      await results.next();
      await results.return(undefined);
    };
    for (const item of ['a', 'b']) await mapAhead(source(item, [item], { takes: 0 }), 2, f).next();
    // The call of 'x' never ends.
    void read('x', () => new Promise(() => {}));
    return Promise.all([read('c', f), read('d', f)]);
  };
  const trace = await observe(sharing, { ifStuck: APART });
  expect(trace).toGive([undefined, undefined], APART);
  expect(trace).toLog([0, 'a'], [0, 'b'], [0, 'c'], [0, 'd'], APART);
});

test('sets no timer', async () => {
  for (const [calls, options] of [[five()], [failing(NO_BREAD)], [leaving(), LEAVING]] as const)
    expect(await reading(calls, 2, options)).toSetTimers(0, NO_TIMER);
});
