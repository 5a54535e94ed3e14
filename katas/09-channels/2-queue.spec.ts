import {
  again,
  eachCase,
  eachMoment,
  eachReason,
  eachValue,
  expect,
  type Later,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { Queue } from './2-queue.ts';

const GONE = new Error('the order was cancelled');

// What failures say, in the order of the tests.
const PLACES =
  'There are `capacity` places. A call of `put` waits until its item has one, and no longer: as soon as `get` takes an item out, the first item that waits comes in. An item that a call of `get` waits for needs no place.';
const ORDER =
  'The items come out in the order of the calls of `put`, and the calls of `get` get them in their order.';
const TAKERS =
  'The calls of `get` that wait get the items in their order. Hand an item over in one step: while it lies in the queue and its taker has yet to wake up, a newcomer can take it.';
const MAKERS =
  'Items come out in the order of the calls of `put`. Hand a place over in one step: while it is free and the call that waits for it has yet to wake up, a newcomer can take it.';
const VALUES = 'Any value is an item. Ask how many items there are, and not what they are.';
const LEFT =
  'The signal was aborted while the call waited: reject in that millisecond, with the reason of the signal as it is.';
const NO_TAKER =
  'A call of `get` that has left waits no longer: take it out of the line, and no other one. The next item goes to the first call that still waits, or stays in the queue.';
const NO_ITEM =
  'A call of `put` that has left takes its item with it, and no other one. If it has fulfilled, its item is in, and an abort comes too late.';
const NOT_LOST =
  'A call is served and aborted in the same millisecond. If it fulfils, it has the item or the place. If it rejects, the next call gets that, or it stays in the queue.';
const BEFORE =
  "The signal was aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first: such a call takes no item, no place, and waits in no line.";
const OWN =
  'Each call has an item or a place of its own, whatever signal it gets. (`signal.onabort` is one place for all: add a listener.)';
const APART =
  'Each queue has its own items and its own lines. When it is empty and no call waits, it works as at the beginning.';
const NO_TIMER =
  '`put` and `get` know which call waits, and an abort is an event. None of them needs a timer.';

/**
 * `'0 +a +b x, 13 !y … z>+c'`: at 0 ms, `put` is called for 'a' and for 'b', and 'x' calls `get`. At 13 ms the signal of
 * 'y' is aborted; later in that ms 'z' calls `get`, and puts 'c' when it has an item: … is the moment that a test changes.
 * `?+a !x` is an abort with a listener that puts 'a', and was attached before the calls.
 */
const stepsOf = (script: string) =>
  script.split(', ').map((step) => {
    const [ms, ...acts] = step.split(' ');
    return { ms: Number(ms), acts };
  });

interface Options {
  later?: Later | undefined;
  /** What is put under a name; else the name. */
  items?: Readonly<Record<string, unknown>>;
  /** Settles as this call does, and what becomes of the others is not asked. */
  of?: string;
  reason?: unknown;
  /** All but 'free' have the same signal, whose owner listens, too; or one each, also made by `AbortSignal.any()`. */
  signals?: 'the same' | 'joined' | 'own';
  /** Was aborted too late, and has left all the same. */
  hasLeft?: string | false;
}

/** Who gets what, and from when to when each item waits for its place. */
const planOf = (capacity: number, script: string, { items = {}, hasLeft, signals }: Options) => {
  const puts: Record<string, [from: number, to: number, how?: { fails: true }]> = {};
  const deliveries: [ms: number, who: string, item: unknown][] = [];
  const inQueue: string[] = [];
  const lines: Record<'makers' | 'takers', { name: string; since: number; next: string }[]> = {
    makers: [],
    takers: [],
  };
  const gone = new Set<string>();
  for (const { ms, acts } of stepsOf(script)) {
    const all = acts.filter((act) => act !== '…');
    if (hasLeft && all.includes(`!${hasLeft}`)) all.unshift(`!${hasLeft}`);
    // Code that is served goes on in a later microtask: its acts are the last ones of this ms.
    for (const act of all) {
      const [first = '', ...rest] = act.replace('?', '').split('>');
      const name = first.replace(/^[+!]/, '');
      const next = rest.join('>');
      const leaving = (one: { name: string }) => one.name === name || signals === 'the same';
      if (first.startsWith('!')) {
        gone.add(name);
        for (const one of lines.makers.filter(leaving))
          puts[`put ${one.name}`] = [one.since, ms, { fails: true }];
        lines.makers = lines.makers.filter((one) => !leaving(one));
        lines.takers = lines.takers.filter((one) => !leaving(one));
      } else if (gone.has(name)) {
        if (first.startsWith('+')) puts[`put ${name}`] = [ms, ms, { fails: true }];
      } else lines[first.startsWith('+') ? 'makers' : 'takers'].push({ name, since: ms, next });
      for (;;) {
        const into = inQueue.length < capacity ? lines.makers.shift() : undefined;
        if (into) puts[`put ${into.name}`] = [into.since, ms];
        if (into) inQueue.push(into.name);
        const out = inQueue.length > 0 ? lines.takers.shift() : undefined;
        const item = out && inQueue.shift();
        if (out && item) deliveries.push([ms, out.name, item in items ? items[item] : item]);
        for (const one of [into, out]) if (one?.next) all.push(one.next);
        if (!into && !out) break;
      }
    }
  }
  return { plan: puts, deliveries };
};

const queueing = (capacity: number, script: string, ifStuck: string, options: Options = {}) => {
  const { items = {}, later = async (act) => act(), of, reason = GONE, signals } = options;
  return observe(
    (lab) => {
      const queue = new Queue<unknown>(capacity);
      new Queue(5); // What it may hold is no business of the first one.
      const pages = new Map<string, AbortController>();
      const shared = signals === 'the same' && lab.controller();
      if (shared) shared.signal.onabort = () => lab.log('onabort');
      const pageOf = (name: string) => {
        const page = shared || pages.get(name) || lab.controller();
        pages.set(name, page);
        return page;
      };
      let settle = (_: Promise<unknown>) => {};
      const asked = new Promise<unknown>((go) => (settle = go));
      const doOne = (act: string): unknown => {
        const [first = '', ...rest] = act.split('>');
        const isPut = first.startsWith('+');
        const name = first.replace(/^[+!]/, '');
        const page = pageOf(name);
        if (first.startsWith('!')) return page.abort(reason);
        const its = signals === 'joined' ? AbortSignal.any([page.signal]) : page.signal;
        const signal = (signals ? name !== 'free' : script.includes(`!${name}`)) ? its : undefined;
        const item = name in items ? items[name] : name;
        isPut ? lab.puts(item) : lab.asks(name);
        const call = isPut
          ? lab.call(`put ${name}`, () => queue.put(item, signal))
          : queue.get(signal).then((got) => lab.gets(name, got));
        if (name === of) settle(call);
        const leave = (error: unknown) => {
          // With what it rejects has its own test.
          if (!signal?.aborted) throw error;
          isPut ? lab.withdraws(item) : lab.leaves(name);
        };
        return call.then(() => rest.length > 0 && doOne(rest.join('>')), leave);
      };
      const doAll = (acts: string[]): Promise<unknown> => {
        const end = acts.indexOf('…');
        if (end < 0) return Promise.all(acts.filter((act) => !act.startsWith('?')).map(doOne));
        const done = acts.slice(0, end).map(doOne);
        return Promise.all([...done, later(() => doAll(acts.slice(end + 1)))]);
      };
      const [, act = '', its = ''] = /\?(\S+) !(\w)/.exec(script) ?? [];
      if (act) pageOf(its).signal.addEventListener('abort', () => doOne(act));
      const all = stepsOf(script).map(({ ms, acts }) =>
        ms > 0 ? new Promise<void>((go) => lab.at(ms, go)).then(() => doAll(acts)) : doAll(acts),
      );
      if (shared) shared.signal.addEventListener('abort', () => lab.log('another listener'));
      return Promise.race([asked, Promise.all(all).then(() => of && asked)]);
    },
    // A scene may end before a call is served. A timer and a listener have tests of their own.
    { mayLeave: ['timer', 'listener'], ifStuck, plan: planOf(capacity, script, options).plan },
  );
};

type Call = Parameters<typeof queueing>;

const expectPlan = (trace: Trace, ...[capacity, script, why, options = {}]: Call) => {
  const order = why === PLACES ? ORDER : why;
  expect(trace).toDeliver(planOf(capacity, script, options).deliveries, order);
  expect(trace).toRunAsPlanned(why);
};

/** Does that, and all of it goes as planned. */
const runs = async (...call: Call) => expectPlan(await queueing(...call), ...call);

/** So many items, one every 4 ms, and a call for each. Of one kind, some leave. Most of the others do in the end. */
const many = (count: number, every: number, leaving?: '+i' | 'n') => {
  const calls = (kind: '+i' | 'n', from: number, step: number) =>
    Array.from({ length: count }, (_, i) => {
      const leaves = kind === leaving && i % 3 === 1 ? from + step * i + 10 : 9001;
      const call = { ms: from + step * i, act: `${kind}${i + 1}` };
      return i % 2 && i < 7 && leaves > 9000
        ? [call]
        : [call, { ms: leaves, act: `!${call.act}`.replace('+', '') }];
    });
  return [...calls('+i', 4, 4), ...calls('n', 9, every)]
    .flat()
    .toSorted((a, b) => a.ms - b.ms)
    .map(({ ms, act }) => `${ms} ${act}`)
    .join(', ');
};

/** Calls that wait on both sides, and some that are served immediately. */
const DAY =
  '0 +a +b +c +d, 11 x, 23 y, 37 z w, 41 v u, 53 +e, 61 +f, 199 t, 211 +g, 307 +h +i +j, 331 s r q';

/** Makes a check of each script, at each moment of it. */
const eachMeeting = async (
  scripts: readonly string[],
  check: (script: string, later?: Later) => Promise<void>,
) => {
  const say = (act = '') => {
    const name = `'${act.replace(/[+!,]/g, '')}'`;
    if (act.startsWith('!')) return `the signal of ${name} is aborted`;
    return act.startsWith('+') ? `${name} is put` : `${name} calls \`get\``;
  };
  for (const script of scripts) {
    const acts = script.replace(/.* (\S+ … \S+).*/, '$1').split(/ … |, .*/);
    if (script.includes('…'))
      await eachMoment(say(acts[1]), say(acts[0]), (later) => check(script, later));
    else await eachCase({ 'When a listener of that signal calls the queue:': script }, check);
  }
};

/** A call is aborted at `ms` in each of these scripts, and in the first one with each reason that a signal may have. */
const eachLeaving = async (of: string, ms: number, why: string, scripts: readonly string[]) => {
  for (const script of scripts)
    expect(await queueing(1, script, why, { of })).toRejectWith(GONE, ms, why);
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const { reason } = AbortSignal.abort(reasons['the signal']);
      const trace = await queueing(1, scripts[0] as string, why, { of, reason });
      expect(trace).toRejectWith(reason, ms, why);
    },
    'is aborted with',
    // The reason of `AbortSignal.timeout()`, one that `await` takes apart, and one that is no part of a text.
    [
      new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
      { then: (fulfil: (value: string) => void) => fulfil('unwrapped') },
      Symbol('cancelled'),
    ],
  );
};

test('put waits for a place, and fulfils in the millisecond in which there is one', async () => {
  const first = '0 +a +b +c +d, 11 x, 23 y, 37 z, 41 w';
  // An item that never got a place comes late, but that is not the news.
  expect(await queueing(2, first, PLACES)).toRunAsPlanned(PLACES);
  await runs(2, first, PLACES);
  for (const capacity of [2, 1, 3, 4, 7, Number.MAX_SAFE_INTEGER, Infinity])
    await eachCase({ [`With a capacity of ${capacity}:`]: DAY }, (day) =>
      runs(capacity, day, PLACES),
    );
  // Many calls in one ms, after some others: what wraps around at its end has to grow there.
  const crowd = (name: string) => Array.from({ length: 29 }, (_, i) => name + i).join(' ');
  for (const capacity of [7, Infinity]) {
    await runs(capacity, `0 +a +b +c, 7 x y z, 13 ${crowd('+i')}, 23 ${crowd('n')}`, PLACES);
    await runs(capacity, `0 x y z, 7 +a +b +c, 13 ${crowd('n')}, 23 ${crowd('+i')}`, PLACES);
  }
});

test('serves the calls of get that wait in their order, before any newcomer', async () => {
  await runs(2, '0 x>w y, 13 z, 29 +a, 31 +b +c +d', TAKERS);
  const newcomers = [
    '0 x y, 13 +a … z, 29 +b +c',
    '0 x y, 13 +a +b … z, 29 +c',
    '0 x, 13 +a … z, 29 +b, 31 +c, 37 w',
    '0 x, 13 z … +a, 29 +b',
  ];
  await eachMeeting(newcomers, (script, later) => runs(2, script, TAKERS, { later }));
});

test('lets the items out in the order of the calls of put, before any newcomer', async () => {
  for (const capacity of [1, 2])
    await runs(capacity, '0 +a>+e +b +c, 13 +d, 29 x, 31 y, 37 z w v', MAKERS);
  const newcomers = [
    '0 +a +b +c, 13 x … +d, 29 y, 31 z, 37 w',
    '0 +a +b +c, 13 x y … +d, 29 z, 37 w',
    '0 +a +b +c, 13 x y z … +d, 29 w',
    '0 +a +b, 13 x … y +c, 29 z',
  ];
  await eachMeeting(newcomers, (script, later) => runs(2, script, MAKERS, { later }));
});

test('hands on any value', async () => {
  const script = '0 +a +b, 7 x, 13 y, 29 z, 31 +c';
  await eachValue(['a', 'b', 'c'], (items) => runs(1, script, VALUES, { items }), 'is');
  for (const same of [{ item: 'the same' }, undefined])
    for (const capacity of [1, 3])
      await runs(capacity, script, VALUES, { items: { a: same, b: same, c: same } });
});

test('rejects when the signal is aborted while the call waits', async () => {
  await eachLeaving('x', 13, LEFT, ['0 x, 13 !x', '0 +a w, 7 x y, 13 !x']);
  await eachLeaving('b', 13, LEFT, ['0 +a +b, 13 !b', '0 w +c +d, 7 +b +e, 13 !b']);
});

test('lets a call of get that has left take no item', async () => {
  const cases = {
    '': '0 x, 7 y, 13 !x, 29 +a',
    "When 'y' leaves, in the middle of the line:": '0 x y z, 13 !y, 29 +a +b',
    "When 'z' leaves, at the end of the line:": '0 x y z, 13 !z, 29 +a, 31 +b, 37 +c, 41 w',
    'When three leave at the same time:': '0 x y z w, 13 !x !y !z, 29 +a',
    'When all leave:': '0 x y, 13 !x, 17 !y, 29 +a, 31 z',
    "When 'z' comes after 'x' has left:": '0 x y, 13 !x, 17 z, 29 +a, 31 +b',
    "When 'x' has an item, and its signal is aborted after that:":
      '0 x y z, 13 +a, 17 !x, 29 +b +c',
    'When many leave:': many(17, 2, 'n'),
  };
  for (const capacity of [1, Infinity])
    await eachCase(cases, (script) => runs(capacity, script, NO_TAKER));
  await eachMeeting(['0 x y, 13 !x … z +a, 29 +b'], (script, later) =>
    runs(1, script, NO_TAKER, { later }),
  );
});

test('lets no item in when its call of put has left', async () => {
  const cases = {
    '': '0 +a +b +c +d, 13 !c, 29 x, 31 y, 37 z',
    "When 'd' leaves, at the end of the line:": '0 +a +b +c +d, 13 !d, 29 x, 31 y, 37 z, 41 +e w',
    'When two leave at the same time:': '0 +a +b +c +d +e, 13 !c !d, 29 x, 31 y, 37 z',
    'When all leave:': '0 +a +b +c +d, 13 !c, 17 !d, 29 x, 31 y, 37 z, 41 +e',
    "When 'e' comes after 'c' has left:": '0 +a +b +c, 13 !c, 17 +e, 29 x y z',
    "When 'a' is in, and its signal is aborted after that:": '0 +a +b +c, 13 !a, 29 x y, 37 z',
    'When many leave:': many(17, 6, '+i'),
  };
  for (const capacity of [2, 1]) await eachCase(cases, (script) => runs(capacity, script, NO_ITEM));
  await eachMeeting(['0 +a +b +c, 13 !b … +d x, 29 y z'], (script, later) =>
    runs(1, script, NO_ITEM, { later }),
  );
  const items = { b: 'the same', c: undefined, d: 'the same', e: undefined };
  for (const name of ['b', 'c', 'd', 'e'])
    await runs(1, `0 +a +b +c +d +e, 13 !${name}, 29 x, 31 y, 37 z, 41 w`, NO_ITEM, { items });
});

test('loses no item when a call is served and its signal is aborted in the same ms', async () => {
  const scripts = [
    '0 x, 13 +a … !x, 29 +b, 31 y, 37 z, 41 +c',
    '0 x y, 13 +a … !x, 29 +b, 31 z, 41 +c',
    '13 x +a … !x, 29 y, 41 +b',
    '0 +a, 13 x … !x, 29 y, 41 +b',
    '0 x, 13 +a !x … y, 29 +b, 31 z, 41 +c',
    '0 x, 13 ?+a !x, 29 y, 41 +b',
    '0 x, 13 !x … +a, 29 y',
    '0 +o +b, 13 x … !b, 29 y, 31 z, 41 +c +d',
    '0 +o +b +c, 13 x … !b, 29 y, 31 z, 41 +d',
    '0 +o, 13 x +b … !b, 29 y, 41 +c',
    '0 x, 13 +b … !b, 29 y, 41 +c +d',
    '0 +o +b, 13 x !b … +c, 29 y, 31 z, 41 +d',
    '0 +o +b, 13 ?x !b, 29 y, 41 +c',
  ];
  for (const capacity of [1, 3])
    await eachMeeting(
      capacity === 1 ? scripts : ['0 +o, 13 +b +e … !b, 29 x y z, 41 +c'],
      async (script, later) => {
        const trace = await queueing(capacity, script, NOT_LOST, { later });
        const [, name = ''] = /!(\w)/.exec(script) ?? [];
        const left = trace.deals.filter(({ did }) => did === 'leave' || did === 'withdraw');
        const { deliveries, plan } = planOf(capacity, script, { hasLeft: left.length > 0 && name });
        expect(trace).toDeliver(deliveries, NOT_LOST);
        expect({ ...trace, plan }).toRunAsPlanned(NOT_LOST);
      },
    );
});

test('rejects immediately when the signal was aborted before, and leaves the queue as it is', async () => {
  await eachLeaving('x', 0, BEFORE, ['0 !x x', '0 +a !x x']);
  await eachLeaving('b', 0, BEFORE, ['0 !b +b', '0 w !b +b']);
  const cases = {
    "When 'x' would get an item:": '0 +a !x x, 13 y',
    "When 'x' would wait:": '0 w !x x y, 13 +a, 17 z, 29 +b +c',
    "When 'b' would be put:": '0 !b +b +a +c, 13 x, 29 y',
    "When 'b' would wait:": '0 +a +d !b +b +c, 13 x, 29 y, 31 z',
    "When 'x' would get 'b':": '0 x !b +b, 13 +a',
  };
  for (const capacity of [1, 2]) await eachCase(cases, (script) => runs(capacity, script, BEFORE));
});

test('leaves no listener, and has a place for each call, also for the same signal', async () => {
  for (const signals of ['own', 'joined'] as const)
    for (const script of ['0 +a +b, 13 x y z, 29 +c', '0 x y, 13 +a, 17 +b', '0 +a, 13 x']) {
      const trace = await queueing(1, script, OWN, { signals });
      expectPlan(trace, 1, script, OWN, { signals });
      expect(trace).toLeaveNothing();
    }
  const signals = 'the same';
  const scripts = ['0 x y z, 13 !x', '0 x y z, 7 +free, 13 !x', '0 +a +b +c +d, 7 free, 13 !a'];
  for (const script of scripts) {
    const trace = await queueing(1, script, OWN, { signals });
    expectPlan(trace, 1, script, OWN, { signals });
    expect(trace).toLog([13, 'onabort'], [13, 'another listener'], OWN);
  }
});

test('throws a RangeError in the constructor for a number that is no capacity', async () => {
  for (const n of [0, -1, 1.5, 0.5, Number.NaN, -Infinity]) {
    const trace = await observe(async () => new Queue(n) && `new Queue(${n}) threw nothing`);
    const why = 'That is no number of places: throw a RangeError in the constructor.';
    expect(trace).toFailWith({ name: 'RangeError' }, 0, why);
  }
});

test('has items and lines of its own, and works again when it is empty', async () => {
  for (const repeat of [again, together])
    await repeat(
      () => queueing(2, DAY, APART),
      (trace) => expectPlan(trace, 2, DAY, APART),
    );
  for (const capacity of [1, 2])
    await runs(capacity, `${many(11, 6)}, 9973 +x1 +x2 +x3, 9979 x y z w, 9981 +x4`, APART);
});

test('sets no timer', async () => {
  for (const script of [DAY, '0 x, 13 !x', '0 +a +b +c, 13 !c'])
    expect(await queueing(2, script, PLACES)).toSetTimers(0, NO_TIMER);
});
