import {
  again,
  eachCase,
  eachMoment,
  eachReason,
  expect,
  type Lab,
  type Later,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { Semaphore } from './4-semaphore.ts';

/** A scene may end before a job does. A timer and a listener have tests of their own. */
const mayLeave: ['work', 'timer', 'listener'] = ['work', 'timer', 'listener'];

const CLOSED = new Error('the visitor has closed the page');

const PERMITS =
  'At most n callers may have a permit. As soon as one of them releases it, the call that waits longest gets it.';

const IN_LINE =
  'Hand the permit over to the call that waits longest, in one step. While it is free and the next holder has yet to wake up, a newcomer can take it.';

const LEFT =
  "The signal of 'ben' is aborted while 'ben' waits: reject in that millisecond, with the reason of the signal as it is.";

const NEXT =
  'A call that has left waits no longer: take it out of the line, and no other one. A permit that is released goes to the first call that still waits.';

const NOT_LOST =
  "'ben' leaves in the millisecond in which a permit is released. Whatever 'ben' gets, somebody has to release that permit, or hand it on: 'cem' waits for it.";

const BEFORE =
  "The signal was aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first.";

const NO_PERMIT =
  'A call whose signal was aborted before takes no permit, and no place in the line.';

const KEEPS =
  'An abort concerns a call only while it waits. After that, the call works on with its permit until it releases it, and those that wait keep their places.';

const OWN = 'Each call has a permit or a place of its own, whatever signal it gets.';

const TWICE =
  "'a' has called its function again, and only the first call counts: 'a' does not have that permit any more.";

const COUNT =
  '`free` is the number of permits that no call has. It is one less as soon as a call finds one free, and one more when one is released and no call waits.';

const APART = 'Each semaphore has its own permits and its own line.';

const AS_BEFORE = 'When all have released or left, all permits are free, as at the beginning.';

const NO_TIMER =
  'The code that releases a permit can wake the next call itself, and an abort is an event. Neither needs a timer.';

/** A call: when it is made (at 0 unless told), and how long it works with its permit. */
interface Asked {
  at?: number;
  takes: number;
  /** When its signal is aborted, whether it waits or works. */
  leaves?: number;
  /** It uses a second semaphore. */
  isApart?: boolean;
}

type Calls = Readonly<Record<string, Asked>>;

/** `'a 31, b 11 leaves 7, c 5 at 3'`: work of 31 ms, of 11 ms whose signal is aborted at 7 ms, of 5 ms from 3 ms on. */
const callsOf = (text: string): Calls =>
  Object.fromEntries(
    text.split(', ').map((one) => {
      const [name = '', takes, ...rest] = one.split(' ');
      const after = (word: string) =>
        rest.includes(word) ? Number(rest[rest.indexOf(word) + 1]) : undefined;
      return [name, { takes: Number(takes), at: after('at'), leaves: after('leaves') }];
    }),
  );

/** When each call asks and gets its permit or leaves, and when it works. */
const planOf = (n: number, calls: Calls): Plan => {
  const lines: [number[], number[]] = [[], []];
  const plans = Object.entries(calls).map(
    ([name, { at = 0, takes, leaves = Infinity, isApart }]) => {
      const ends = lines[isApart ? 1 : 0];
      // So many have ended when fewer than `n` of those before it have a permit.
      const start = Math.max(at, ends.toSorted((a, b) => a - b)[ends.length - n] ?? 0);
      if (leaves <= start) return { [`ask ${name}`]: [at, Math.max(at, leaves), { fails: true }] };
      ends.push(start + takes);
      return { [`ask ${name}`]: [at, start], [name]: [start, start + takes] };
    },
  );
  return Object.assign({}, ...plans);
};

/** Asks for a permit, works with it, and releases it. To leave the line is no failure. */
const visit = async (
  { call, job }: Lab,
  semaphore: Semaphore,
  [name, takes]: readonly [name: string, takes: number],
  signal?: AbortSignal,
  released?: () => void,
) => {
  const asked = call(`ask ${name}`, () => semaphore.acquire(signal));
  const release = await asked.catch((error: unknown) => {
    // With what it rejects has its own test.
    if (!signal?.aborted) throw error;
  });
  if (!release) return;
  await job(name, takes)();
  release();
  released?.();
};

/** Makes all of these calls, with `n` permits. */
const visiting = (n: number, calls: Calls, ifStuck = NEXT) =>
  observe(
    async (lab) => {
      const [semaphore, other] = [new Semaphore(n), new Semaphore(n)];
      const visits = Object.entries(calls).map(([name, { at = 0, takes, leaves, isApart }]) => {
        const page = new AbortController();
        const abort = () => page.abort(CLOSED);
        if (leaves === 0) abort();
        else if (leaves) lab.at(leaves, abort);
        const signal = leaves === undefined ? undefined : page.signal;
        const begin = () => visit(lab, isApart ? other : semaphore, [name, takes], signal);
        return at > 0 ? new Promise<void>((resolve) => lab.at(at, resolve)).then(begin) : begin();
      });
      await Promise.all(visits);
      return { free: semaphore.free };
    },
    { mayLeave, plan: planOf(n, calls), ifStuck },
  );

/** Five visitors, who need the database for other times. */
const FIVE = callsOf('ann 31, ben 19, cem 23, dora 5, eli 11');

/** Some come while others wait, and some when a permit is free. */
const LATER = callsOf(
  'ann 31, ben 11, cem 17, dora 23, eli 13, fay 7 at 5, gus 41 at 29, hal 19 at 37, ida 3 at 199, jon 43 at 307, kim 5 at 311',
);

/** So many calls at once. Each third one leaves at some time, in most cases while it waits. */
const many = (count: number, isCalm = false): Calls =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => {
      // An odd time never meets an even one, at which a permit is released.
      const leaves = i % 3 === 1 && !isCalm ? 1 + i * 2 : undefined;
      return [`no. ${i + 1}`, { takes: 4 + ((i * 6) % 10), leaves }];
    }),
  );

/** `LATER`, beside calls that use another semaphore, which are made at the same time. */
const BESIDE: Calls = Object.fromEntries(
  Object.entries(LATER).flatMap(([name, how]) => [
    [name, how],
    [`${name} apart`, { ...how, takes: how.takes + 2, isApart: true }],
  ]),
);

/** With 1 permit, which 'ann' has until 31 ms. */
const LEAVERS = {
  '': 'ben 5 leaves 13, cem 7',
  "When 'cem' leaves, in the middle of the line:": 'ben 5, cem 7 leaves 13, dora 11',
  "When 'cem' leaves, at the end of the line:": 'ben 5, cem 7 leaves 13',
  'When three leave at the same time:':
    'ben 5 leaves 13, cem 7 leaves 13, dora 11 leaves 13, eli 3',
  'When all leave:': 'ben 5 leaves 13, cem 7 leaves 17',
  "When 'ben' leaves, and 'cem' comes after that:": 'ben 5 leaves 13, cem 7 at 17',
  "When 'cem' leaves while 'ben' works:": 'ben 5, cem 7 leaves 33, dora 3',
};

/** The reason of `AbortSignal.timeout()`, and one that `await` takes apart. */
const MORE = [
  new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
  { then: (fulfil: (value: string) => void) => fulfil('unwrapped') },
];

/** What a signal says after an abort with this: an AbortError when that is `undefined`. */
const reasonOf = (reason: unknown) => AbortSignal.abort(reason).reason;

/** 'ann' has the only permit until 31 ms, and the signal of 'ben' is aborted at 13 ms, or before the call. */
const leaving = (reason: unknown, { before = 0, isBefore = false, isFree = false } = {}) =>
  observe(
    ({ at, call }) => {
      const semaphore = new Semaphore(1);
      const page = new AbortController();
      if (!isFree) void semaphore.acquire().then((release) => at(31, release));
      for (let i = 0; i < before; i++) void semaphore.acquire().then((release) => release());
      if (isBefore) page.abort(reason);
      else at(13, () => page.abort(reason));
      const asked = call('ask ben', () => semaphore.acquire(page.signal));
      return asked.then(() => 'a permit');
    },
    { mayLeave, plan: { 'ask ben': [0, isBefore ? 0 : 13, { fails: true }] }, ifStuck: LEFT },
  );

/**
 * Those in `holders` release their permits at 13 ms, and 'new' comes then, or some microtasks later. If `hasLeft`,
 * 'ben' was the first in the line until 7 ms.
 */
const newcomer = (later: Later, holders: string, waiting: string, hasLeft = false) => {
  const others = [...waiting].map((name) => `${name} 17`);
  const all = [
    ...[...holders].map((name) => `${name} 13`),
    ...(hasLeft ? ['ben 17 leaves 7'] : []),
    ...others,
  ];
  return observe(
    (lab) => {
      const semaphore = new Semaphore(holders.length);
      const page = new AbortController();
      lab.at(7, () => page.abort(CLOSED));
      return new Promise((resolve, reject) => {
        const ask = () => later(() => visit(lab, semaphore, ['new', 7])).then(resolve, reject);
        for (const [i, name] of [...holders].entries())
          visit(lab, semaphore, [name, 13], undefined, i === 0 ? ask : undefined).catch(reject);
        if (hasLeft) visit(lab, semaphore, ['ben', 17], page.signal).catch(reject);
        for (const name of waiting) visit(lab, semaphore, [name, 17]).catch(reject);
      });
    },
    {
      mayLeave,
      plan: planOf(holders.length, callsOf([...all, 'new 7 at 13'].join(', '))),
      ifStuck: hasLeft ? NEXT : IN_LINE,
    },
  );
};

/** What 'ben' may do: `visit` would work with the permit that came too late. */
const givesUp = (asked: Promise<() => void>, log: (line: string) => void) =>
  asked.then(
    (release) => {
      log("'ben' has a permit");
      release();
    },
    () => log("'ben' has left"),
  );

/** What comes first at 13 ms; the other one comes right after it, or some microtasks later. */
const FIRST = ['the release', 'the abort', 'the abort, whose listener releases'] as const;

/** 'ann' and, with `n` = 2, 'amy' release their permits at 13 ms, and the signal of 'ben' is aborted in that ms. */
const meeting = (later: Later, first: (typeof FIRST)[number], n: number) =>
  observe(
    async (lab) => {
      const semaphore = new Semaphore(n);
      const page = new AbortController();
      const releases = await Promise.all(Array.from({ length: n }, () => semaphore.acquire()));
      const release = () => {
        for (const one of releases.splice(0)) one();
      };
      const abort = () => page.abort(CLOSED);
      if (first === 'the abort, whose listener releases') page.signal.onabort = release;
      const left = givesUp(semaphore.acquire(page.signal), lab.log);
      const others = ['cem', 'dora', 'eli'].map((name) => visit(lab, semaphore, [name, 17]));
      await lab.sleep(13);
      const isFirst = first === 'the release';
      const [now, then] = [isFirst ? release : abort, isFirst ? abort : release];
      now();
      await later(then);
      await Promise.all([left, ...others]);
      return { free: semaphore.free };
    },
    {
      mayLeave,
      ifStuck: NOT_LOST,
      plan: Object.fromEntries(
        ['cem', 'dora', 'eli'].flatMap((name, i) => {
          const start = 13 + 17 * Math.floor(i / n);
          return [
            [`ask ${name}`, [0, start]],
            [name, [start, start + 17]],
          ] as const;
        }),
      ),
    },
  );

/** All but 'dora' have the same signal, which is aborted at 13 ms, or never. */
const oneSignal = (leaves?: number) =>
  observe(
    async (lab) => {
      const semaphore = new Semaphore(1);
      const page = new AbortController();
      const { signal } = page;
      signal.onabort = () => lab.log('onabort');
      const visits = ['ann', 'ben', 'cem'].map((name) => visit(lab, semaphore, [name, 31], signal));
      signal.addEventListener('abort', () => lab.log('another listener'));
      visits.push(visit(lab, semaphore, ['dora', 7]));
      if (leaves) lab.at(leaves, () => page.abort(CLOSED));
      await Promise.all(visits);
      return { free: semaphore.free };
    },
    {
      mayLeave,
      ifStuck: OWN,
      plan: planOf(1, {
        ann: { takes: 31 },
        ben: { takes: 31, leaves },
        cem: { takes: 31, leaves },
        dora: { takes: 7 },
      }),
    },
  );

/** 'b' gets a permit immediately, or waits for 'a' until 13 ms. Its signal is never aborted. */
const staying = (waits: boolean, isJoined = false) =>
  observe(async ({ controller, job }) => {
    const semaphore = new Semaphore(waits ? 1 : 2);
    const { signal } = controller();
    const first = await semaphore.acquire();
    const asked = semaphore.acquire(isJoined ? AbortSignal.any([signal]) : signal);
    await job('a', 13)();
    first();
    await asked;
  });

/** 'a' has a permit until 13 ms, and calls its function again at a later time, many times. */
const twice = (ms: number, waiting: number) => {
  const before = ['b', 'c'].slice(0, waiting);
  const plan = [...before.map((name) => `${name} 17`), `d 17 at ${ms}`, `e 17 at ${ms}`];
  return observe(
    async (lab) => {
      const semaphore = new Semaphore(1);
      const release = await lab.call('ask a', () => semaphore.acquire());
      const others = before.map((name) => visit(lab, semaphore, [name, 17]));
      await lab.job('a', 13)();
      release();
      if (ms > 13) await new Promise<void>((resolve) => lab.at(ms - 13, resolve));
      for (let i = 0; i < 9; i++) release();
      lab.log(`free: ${semaphore.free}`);
      const more = ['d', 'e'].map((name) => visit(lab, semaphore, [name, 17]));
      await Promise.all([...others, ...more]);
    },
    { mayLeave, plan: planOf(1, callsOf(['a 13', ...plan].join(', '))) },
  );
};

/** When 'a' calls its function again, and how many calls wait for the permit before that. */
const SECONDS: Record<string, [ms: number, waiting: number]> = {
  'When both calls come one right after the other:': [13, 2],
  "When 'b' has the permit, and 'c' waits:": [17, 2],
  "When 'b' has the permit, and no call waits:": [17, 1],
  'When the permit is free:': [101, 2],
  'When no other call has come before:': [13, 0],
};

/** Looks at `free` so many microtasks after a release, with `n` permits and `waiting` calls that wait for one. */
const looking = (later: Later, n: number, waiting: number) =>
  observe(
    async ({ job, log }) => {
      const semaphore = new Semaphore(n);
      const tell = (when: string) => log(`${when}: ${semaphore.free} free`);
      tell('at first');
      const asked = Array.from({ length: n === Infinity ? 2 : n }, () => semaphore.acquire());
      tell('called');
      const others = Array.from({ length: waiting }, () => semaphore.acquire());
      const [release] = await Promise.all(asked);
      tell('acquired');
      await job('a', 13)();
      release?.();
      await later(() => tell('released'));
      for (const one of others) (await one)();
      tell('at the end');
    },
    { mayLeave },
  );

const LIMITS = Object.fromEntries(
  [2, 1, 3, 4, 7, Number.MAX_SAFE_INTEGER, Infinity].map((n) => [
    n === 2 ? '' : `With n = ${n}:`,
    n,
  ]),
);

/** Those that have permits, and those that wait. */
const CROWDS = [
  ['a', 'c'],
  ['a', 'cd'],
  ['ab', 'cd'],
  ['ab', 'c'],
  ['a', ''],
] as const;

test('acquire fulfils with a function that releases the permit, as soon as one is free', async () => {
  expect(await visiting(2, FIVE)).toRunAsPlanned(PERMITS);
  await eachCase(LIMITS, async (n) => {
    for (const calls of [FIVE, LATER, many(23, true)])
      expect(await visiting(n, calls)).toRunAsPlanned(PERMITS);
  });
});

test('lets no call overtake one that waits, in whatever microtask it comes', async () => {
  for (const [holders, waiting] of CROWDS)
    await eachMoment("'new' asks for a permit", "'a' has released one", async (later) => {
      const trace = await newcomer(later, holders, waiting);
      expect(trace).toPeakAt(holders.length, IN_LINE);
      expect(trace).toRunAsPlanned(IN_LINE);
    });
});

test('rejects with the reason of the signal when it is aborted while the call waits', async () => {
  expect(await leaving(CLOSED)).toRejectWith(CLOSED, 13, LEFT);
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const reason = reasonOf(reasons['the signal']);
      expect(await leaving(reason)).toRejectWith(reason, 13, LEFT);
      expect(await leaving(reason, { before: 2 })).toRejectWith(reason, 13, LEFT);
    },
    'is aborted with',
    MORE,
  );
});

test('keeps the permit of a call when its signal is aborted after it has got that', async () => {
  for (const line of ['ann 31 leaves 13, ben 5, cem 7', 'ann 31, ben 5 leaves 33, cem 7, dora 3']) {
    const trace = await visiting(1, callsOf(line), KEEPS);
    expect(trace).toPeakAt(1, KEEPS);
    expect(trace).toRunAsPlanned(KEEPS);
    expect(trace).toGive({ free: 1 }, KEEPS);
  }
});

test('lets no call in that has left, and hands the permit to the first that still waits', async () => {
  await eachCase(LEAVERS, async (line) => {
    const trace = await visiting(1, callsOf(`ann 31, ${line}`));
    expect(trace).toRunAsPlanned(NEXT);
    expect(trace).toGive({ free: 1 }, NEXT);
  });
  for (const [holders, waiting] of CROWDS)
    await eachMoment("'new' asks for a permit", "'a' has released one", async (later) => {
      expect(await newcomer(later, holders, waiting, true)).toRunAsPlanned(NEXT);
    });
  await eachCase(LIMITS, async (n) => {
    const trace = await visiting(n, many(41));
    expect(trace).toRunAsPlanned(NEXT);
    expect(trace).toGive({ free: n }, NEXT);
  });
});

test('loses no permit when one is released and a signal is aborted in the same ms', async () => {
  for (const first of FIRST)
    for (const n of [1, 2])
      await eachMoment(
        first === 'the release' ? 'a signal is aborted' : 'a permit is released',
        first,
        async (later) => {
          const trace = await meeting(later, first, n);
          expect(trace).toRunAsPlanned(NOT_LOST);
          expect(trace).toGive({ free: n }, NOT_LOST);
          if (first === 'the abort') expect(trace).toLog([13, "'ben' has left"], LEFT);
        },
      );
});

test('rejects immediately when the signal was aborted before, and takes no permit', async () => {
  await eachReason(
    ['the signal'],
    async (reasons) => {
      const reason = reasonOf(reasons['the signal']);
      for (const isFree of [false, true])
        expect(await leaving(reason, { isBefore: true, isFree })).toRejectWith(reason, 0, BEFORE);
    },
    'is aborted with',
    MORE,
  );
  for (const n of [1, 2]) {
    const trace = await visiting(
      n,
      callsOf('ann 31 leaves 0, ben 5, cem 7 leaves 0, dora 3'),
      NO_PERMIT,
    );
    expect(trace).toRunAsPlanned(NO_PERMIT);
    expect(trace).toGive({ free: n }, NO_PERMIT);
  }
});

test('leaves no listener on the signal when it has fulfilled', async () => {
  for (const waits of [true, false])
    for (const isJoined of [false, true]) expect(await staying(waits, isJoined)).toLeaveNothing();
});

test('has a permit or a place for each call, also for the same signal', async () => {
  expect(await oneSignal()).toRunAsPlanned(OWN);
  const trace = await oneSignal(13);
  expect(trace).toRunAsPlanned(OWN);
  expect(trace).toLog([13, 'onabort'], [13, 'another listener'], OWN);
  expect(trace).toGive({ free: 1 }, OWN);
});

test('tells in free how many permits no call has', async () => {
  await eachMoment('free is read', 'a permit has been released', async (later) => {
    for (const n of [1, 2, 5, Infinity])
      for (const waiting of [0, 1, 3]) {
        const taken = Number.isFinite(n) ? 0 : n;
        const after = taken || (waiting > 0 ? 0 : 1);
        expect(await looking(later, n, waiting)).toLog(
          [0, `at first: ${n} free`],
          [0, `called: ${taken} free`],
          [0, `acquired: ${taken} free`],
          [13, `released: ${after} free`],
          [13, `at the end: ${taken || 1} free`],
          COUNT,
        );
      }
  });
});

test('does nothing when the function that releases a permit is called again', async () => {
  await eachCase(SECONDS, async ([ms, waiting]) => {
    const trace = await twice(ms, waiting);
    expect(trace).toPeakAt(1, TWICE);
    expect(trace).toRunAsPlanned(TWICE);
    expect(trace).toLog([ms, `free: ${ms < 13 + 17 * waiting ? 0 : 1}`], TWICE);
  });
});

test('throws a RangeError in the constructor for a number that is no number of permits', async () => {
  for (const n of [0, -1, 1.5, 0.5, Number.NaN, -Infinity]) {
    const trace = await observe(async () => {
      new Semaphore(n);
      return `new Semaphore(${n}) has thrown no error`;
    });
    expect(trace).toFailWith(
      { name: 'RangeError' },
      0,
      'That is no number of permits: throw a RangeError in the constructor.',
    );
  }
});

test('has permits of its own, and all of them again when all have released or left', async () => {
  expect(await visiting(2, BESIDE)).toRunAsPlanned(APART);
  for (const repeat of [again, together])
    await repeat(
      () => visiting(2, LATER),
      (trace) => expect(trace).toRunAsPlanned(APART),
    );
  const idle = { ...many(11), ...callsOf('x 17 at 997, y 19 at 997, z 23 at 997') };
  for (const n of [1, 2]) expect(await visiting(n, idle)).toRunAsPlanned(AS_BEFORE);
});

test('sets no timer', async () => {
  expect(await visiting(2, { ...LATER, ...many(11) })).toSetTimers(0, NO_TIMER);
});
