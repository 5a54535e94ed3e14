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

// What failures say, in the order of the tests.
const PERMITS =
  'At most n callers may have a permit. As soon as one of them releases it, the call that waits longest gets it.';
const IN_LINE =
  'Hand the permit over to the call that waits longest, in one step. While it is free and the next holder has yet to wake up, a newcomer can take it.';
const LEFT =
  "The signal of 'ben' is aborted while 'ben' waits: reject in that millisecond, with the reason of the signal as it is.";
const KEEPS =
  'An abort concerns a call only while it waits. After that, the call works on with its permit until it releases it, and those that wait keep their places.';
const NEXT =
  'A call that has left waits no longer: take it out of the line, and no other one. A permit that is released goes to the first call that still waits, and is free if none does.';
const NOT_LOST =
  "'ben' leaves in the millisecond in which a permit is released. Whatever 'ben' gets, somebody has to release that permit, or hand it on: others wait for it, or come later.";
const BEFORE =
  "The signal was aborted before the call, and its 'abort' event does not come again. Look at signal.aborted first: such a call takes no permit, and no place in the line.";
const OWN = 'Each call has a permit or a place of its own, whatever signal it gets.';
const COUNT =
  '`free` is the number of permits that no call has. It is one less as soon as a call finds one free, and one more when one is released and no call waits.';
const TWICE = "Of a function, only the first call counts: 'a' does not have that permit any more.";
const APART =
  'Each semaphore has its own permits and its own line. When all have released or left, all permits are free, as at the beginning.';
const NO_TIMER = 'A release wakes the next call, and an abort is an event. Neither needs a timer.';

/** A call: how long it works with its permit; when it is made (at 0 unless told), and what else happens. */
interface Asked {
  takes: number;
  at?: number;
  /** It is made at this time, when the first call has released its permit, or some microtasks later. */
  then?: number;
  /** When its signal is aborted, whether it waits or works. */
  leaves?: number;
  /** When it calls its function again, nine times. */
  again?: number;
}

type Calls = Readonly<Record<string, Asked>>;

/** `'a 31, b 11 leaves 7, c 5 at 3'`: work of 31 ms, of 11 ms whose signal is aborted at 7 ms, of 5 ms from 3 ms on. */
const callsOf = (text: string): Calls =>
  Object.fromEntries(
    text.split(', ').map((one) => {
      const [name, takes] = one.split(' ');
      const more = [...one.matchAll(/(at|then|leaves|again) (\w+)/g)];
      const how = Object.fromEntries(more.map(([, word, ms]) => [word, Number(ms)]));
      return [name, { takes: Number(takes), ...how }];
    }),
  );

/** When each call asks and gets its permit or leaves, and when it works. */
const planOf = (n: number, calls: Calls): Plan => {
  const ends: number[] = [];
  const plans = Object.entries(calls).map(([name, asked]) => {
    const { then = 0, at = then, takes, leaves = Infinity } = asked;
    // So many have ended when fewer than `n` of those before it have a permit.
    const start = Math.max(at, ends.toSorted((a, b) => a - b)[ends.length - n] ?? 0);
    if (leaves <= start) return { [`ask ${name}`]: [at, Math.max(at, leaves), { fails: true }] };
    ends.push(start + takes);
    return { [`ask ${name}`]: [at, start], [name]: [start, start + takes] };
  });
  return Object.assign({}, ...plans);
};

interface Options {
  /** Settles as this call does, and what becomes of the others is not asked. */
  of?: string;
  reason?: unknown;
  /** All have the same signal, whose owner listens, too; or one that `AbortSignal.any()` made of theirs. */
  signals?: 'the same' | 'joined';
  later?: Later;
}

/** Makes all of these calls, with `n` permits. */
const visiting = (n: number, line: string | Calls, ifStuck: string, options: Options = {}) => {
  const calls = typeof line === 'string' ? callsOf(line) : line;
  const { of, reason = CLOSED, signals, later = async (act) => act() } = options;
  return observe(
    (lab) => {
      const semaphore = new Semaphore(n);
      const shared = signals === 'the same' && lab.controller();
      if (shared) shared.signal.onabort = () => lab.log('onabort');
      const next: (() => void)[] = [];
      const visits = Object.entries(calls).map(([name, asked], i) => {
        const { at = 0, takes, leaves, then, again = 0 } = asked;
        const page = shared || lab.controller();
        if (leaves === 0) page.abort(reason);
        else if (leaves && leaves < Infinity) lab.at(leaves, () => page.abort(reason));
        const its = signals === 'joined' ? AbortSignal.any([page.signal]) : page.signal;
        const signal = leaves === undefined ? undefined : its;
        const ask = () => lab.call(`ask ${name}`, () => semaphore.acquire(signal));
        if (of === name) return ask().then(() => 'a permit');
        const begin = async () => {
          const release = await ask().catch((error: unknown) => {
            // To leave is no failure. With what it rejects has its own test.
            if (!signal?.aborted) throw error;
          });
          if (release) await lab.job(name, takes)();
          release?.();
          if (again > takes) await new Promise<void>((go) => lab.at(again - takes, go));
          for (let times = 0; times < 9 && again; times++) release?.();
          if (again) lab.log(`free: ${semaphore.free}`);
          if (i === 0) for (const go of next) go();
        };
        if (then) return new Promise<unknown>((go) => next.push(() => go(later(begin))));
        return at > 0 ? new Promise<void>((go) => lab.at(at, go)).then(begin) : begin();
      });
      if (shared) shared.signal.addEventListener('abort', () => lab.log('another listener'));
      if (of) return visits[Object.keys(calls).indexOf(of)];
      return Promise.all(visits).then(() => ({ free: semaphore.free }));
    },
    { mayLeave, plan: planOf(n, calls), ifStuck },
  );
};

/** That, and all of it goes as planned. */
const asPlanned = async (n: number, line: string | Calls, why: string, options?: Options) => {
  const trace = await visiting(n, line, why, options);
  if (n < 3) expect(trace).toPeakAt(n, why);
  expect(trace).toRunAsPlanned(why);
  return trace;
};

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

const eachLimit = (check: (n: number) => Promise<void>) => {
  const limits = [2, 1, 3, 4, 7, Number.MAX_SAFE_INTEGER, Infinity];
  return eachCase(Object.fromEntries(limits.map((n) => [`With n = ${n}:`, n])), check);
};

/** With 1 permit, which 'ann' has until 31 ms. */
const LEAVERS = {
  '': 'ben 5 leaves 13, cem 7',
  "When 'cem' leaves, in the middle of the line:": 'ben 5, cem 7 leaves 13, dora 11',
  "When 'cem' leaves, at the end of the line:": 'ben 5, cem 7 leaves 13',
  'When three leave at the same time:':
    'ben 5 leaves 13, cem 7 leaves 13, dora 11 leaves 13, eli 3',
  'When all leave:': 'ben 5 leaves 13, cem 7 leaves 17',
  "When 'ben' leaves, and 'cem' and 'dora' come after that:":
    'ben 5 leaves 13, cem 7 at 17 leaves 23, dora 3 at 19',
  "When 'cem' leaves while 'ben' works:": 'ben 5, cem 7 leaves 33, dora 3',
};

/** With so many permits: who has them until 13 ms, and who waits. */
const CROWDS = [
  [1, 'a 13', 'c 17, '],
  [1, 'a 13', 'c 17, d 17, '],
  [2, 'a 13, b 13', 'c 17, d 17, '],
  [2, 'a 13, b 13', 'c 17, '],
  [1, 'a 13', ''],
] as const;

/** 'new' comes when 'a' has released its permit, or some microtasks later. */
const eachNewcomer = async (why: string, left = '') => {
  for (const [n, holders, others] of CROWDS)
    await eachMoment("'new' asks for a permit", "'a' has released one", async (later) => {
      await asPlanned(n, `${holders}, ${left}${others}new 7 then 13`, why, { later });
    });
};

/** 'ben' leaves at `ms`, with each reason that a signal may have; an abort with `undefined` makes an AbortError. */
const eachLeaving = (ms: number, why: string, lines: readonly string[]) =>
  eachReason(
    ['the signal'],
    async (reasons) => {
      const { reason } = AbortSignal.abort(reasons['the signal']);
      for (const line of lines)
        expect(await visiting(1, line, why, { of: 'ben', reason })).toRejectWith(reason, ms, why);
    },
    'is aborted with',
    // The reason of `AbortSignal.timeout()`, one that `await` takes apart, and one that is no part of a text.
    [
      new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
      { then: (fulfil: (value: string) => void) => fulfil('unwrapped') },
      Symbol('closed'),
    ],
  );

/** What comes first at 13 ms. The last step comes right after that, or some microtasks later, and then 'new'. */
const FIRST = {
  'the release': 'release abort',
  "the release that follows the call of 'ben'": 'ask release abort',
  "the release, after which 'ben' asks": 'release ask abort',
  'the abort': 'abort release',
  "the abort that follows the call of 'ben'": 'ask abort release',
  'the abort, whose listener releases': 'listen ask abort release',
};

/** The holders release their permits at 13 ms, and the signal of 'ben', who asks at 0 unless told, is aborted. */
const meeting = (later: Later, steps: string[], [n, holders, others]: (typeof CROWDS)[number]) => {
  const calls = callsOf(`${holders}, ${others}new 7 at 13`);
  return observe(
    async (lab) => {
      const semaphore = new Semaphore(n);
      const page = new AbortController();
      const doing: Promise<void>[] = [];
      const use = async ([name, { takes }]: [string, Asked]) => {
        const release = await lab.call(`ask ${name}`, () => semaphore.acquire());
        await lab.job(name, takes)();
        return release;
      };
      const come = (some: [string, Asked][]) => {
        for (const call of some) doing.push(use(call).then((release) => release()));
      };
      const leaves = () => lab.log("'ben' has left");
      const take: Record<string, () => void> = {
        // It may get a permit that comes too late, and does not work with it.
        ask: () => doing.push(semaphore.acquire(page.signal).then((release) => release(), leaves)),
        listen: () => page.signal.addEventListener('abort', () => take.release?.()),
        release: () => {
          for (const release of releases.splice(0)) release();
        },
        abort: () => page.abort(CLOSED),
      };
      const all = Object.entries(calls);
      const held = all.slice(0, n).map(use);
      if (!steps.includes('ask')) take.ask?.();
      come(all.slice(n, -1));
      const releases = await Promise.all(held);
      for (const step of steps.slice(0, -1)) take[step]?.();
      await later(() => {
        for (const step of steps.slice(-1)) take[step]?.();
        come(all.slice(-1));
      });
      await Promise.all(doing);
      return { free: semaphore.free };
    },
    { mayLeave, ifStuck: NOT_LOST, plan: planOf(n, calls) },
  );
};

/** Which calls wait when 'a' calls its function again, when it does that, and how many permits are free in that ms. */
const SECONDS: Record<string, [before: string, ms: number, free: number]> = {
  'When both calls come one right after the other:': ['b 17, c 17, ', 13, 0],
  "When 'b' has the permit, and 'c' waits:": ['b 17, c 17, ', 17, 0],
  "When 'b' has the permit, and no call waits:": ['b 17, ', 17, 0],
  'When the permit is free:': ['b 17, c 17, ', 101, 1],
  'When no other call has come before:': ['', 13, 1],
};

test('acquire fulfils with a function that releases the permit, as soon as one is free', () =>
  eachLimit(async (n) => {
    for (const calls of ['ann 31, ben 19, cem 23, dora 5, eli 11', LATER, many(23, true)])
      await asPlanned(n, calls, PERMITS);
  }));

test('lets no call overtake one that waits, in whatever microtask it comes', () =>
  eachNewcomer(IN_LINE));

test('rejects with the reason of the signal when it is aborted while the call waits', async () => {
  const line = 'ann 31, ben 5 leaves 13';
  expect(await visiting(1, line, LEFT, { of: 'ben' })).toRejectWith(CLOSED, 13, LEFT);
  await eachLeaving(13, LEFT, [line, 'ann 31, x 3, y 3, ben 5 leaves 13']);
});

test('keeps the permit of a call when its signal is aborted after it has got that', async () => {
  for (const line of ['ann 31 leaves 13, ben 5, cem 7', 'ann 31, ben 5 leaves 33, cem 7, dora 3'])
    expect(await asPlanned(1, line, KEEPS)).toGive({ free: 1 }, KEEPS);
});

test('lets no call in that has left, and hands the permit to the first that still waits', async () => {
  await eachCase(LEAVERS, async (line) => {
    expect(await asPlanned(1, `ann 31, ${line}`, NEXT)).toGive({ free: 1 }, NEXT);
  });
  await eachNewcomer(NEXT, 'ben 17 leaves 7, ');
  await eachLimit(async (n) => {
    expect(await asPlanned(n, many(29), NEXT)).toGive({ free: n }, NEXT);
  });
});

test('loses no permit when one is released and a signal is aborted in the same ms', async () => {
  for (const [first, order] of Object.entries(FIRST)) {
    const steps = order.split(' ');
    const happens = steps.at(-1) === 'abort' ? 'a signal is aborted' : 'a permit is released';
    await eachMoment(happens, first, async (later) => {
      for (const crowd of CROWDS) {
        const trace = await meeting(later, steps, crowd);
        expect(trace).toRunAsPlanned(NOT_LOST);
        expect(trace).toGive({ free: crowd[0] }, NOT_LOST);
        const hasLeft = steps.at(-1) === 'release' && !steps.includes('listen');
        if (hasLeft) expect(trace).toLog([13, "'ben' has left"], LEFT);
      }
    });
  }
});

test('rejects immediately when the signal was aborted before, and takes no permit', async () => {
  await eachLeaving(0, BEFORE, ['ann 31, ben 5 leaves 0', 'ben 5 leaves 0']);
  const line = 'ann 31 leaves 0, ben 5, cem 11, dora 3, eli 7 leaves 0, fay 3';
  for (const n of [1, 2]) expect(await asPlanned(n, line, BEFORE)).toGive({ free: n }, BEFORE);
});

test('leaves no listener on the signal when it has fulfilled', async () => {
  const line = 'a 13 leaves Infinity, b 5 leaves Infinity';
  for (const n of [1, 2])
    for (const signals of [undefined, 'joined'] as const)
      expect(await visiting(n, line, NEXT, { of: 'b', signals })).toLeaveNothing(['work']);
});

test('has a permit or a place for each call, also for the same signal', async () => {
  for (const ms of [Infinity, 13, 33]) {
    const line = ['ann', 'ben', 'cem'].map((name) => `${name} 31 leaves ${ms}, `);
    const trace = await asPlanned(1, `${line.join('')}dora 7`, OWN, { signals: 'the same' });
    expect(trace).toGive({ free: 1 }, OWN);
    if (ms < Infinity) expect(trace).toLog([ms, 'onabort'], [ms, 'another listener'], OWN);
  }
});

test('tells in free how many permits no call has', async () => {
  await eachMoment('free is read', 'a permit has been released', async (later) => {
    for (const n of [1, 2, 5, Infinity])
      for (const waiting of [0, 1, 3]) {
        const scene = async ({ job, log }: Lab) => {
          const semaphore = new Semaphore(n);
          const tell = (when: string) => log(`${when}: ${semaphore.free} free`);
          tell('at first');
          const asked = Array.from({ length: Math.min(n, 7) }, () => semaphore.acquire());
          tell('called');
          const others = Array.from({ length: waiting }, () => semaphore.acquire());
          const [release] = await Promise.all(asked);
          tell('acquired');
          await job('a', 13)();
          release?.();
          await later(() => tell('released'));
          for (const one of others) (await one)();
          tell('at the end');
        };
        const taken = Number.isFinite(n) ? 0 : n;
        expect(await observe(scene, { mayLeave })).toLog(
          [0, `at first: ${n} free`],
          [0, `called: ${taken} free`],
          [0, `acquired: ${taken} free`],
          [13, `released: ${taken || (waiting > 0 ? 0 : 1)} free`],
          [13, `at the end: ${taken || 1} free`],
          COUNT,
        );
      }
  });
});

test('does nothing when the function that releases a permit is called again', () =>
  eachCase(SECONDS, async ([before, ms, free]) => {
    const line = `a 13 again ${ms}, ${before}d 17 then ${ms}, e 17 then ${ms}`;
    expect(await asPlanned(1, line, TWICE)).toLog([ms, `free: ${free}`], TWICE);
  }));

test('throws a RangeError in the constructor for a number that is no number of permits', async () => {
  for (const n of [0, -1, 1.5, 0.5, Number.NaN, -Infinity]) {
    const trace = await observe(async () => `a semaphore has ${new Semaphore(n).free} permits`);
    const why = 'That is no number of permits: throw a RangeError in the constructor.';
    expect(trace).toFailWith({ name: 'RangeError' }, 0, why);
  }
});

test('has permits of its own, and all of them again when all have released or left', async () => {
  for (const repeat of [again, together])
    await repeat(
      () => visiting(2, LATER, APART),
      (trace) => expect(trace).toRunAsPlanned(APART),
    );
  const idle = { ...many(11), ...callsOf('x 17 at 997, y 19 at 997, z 23 at 997') };
  for (const n of [1, 2]) await asPlanned(n, idle, APART);
});

test('sets no timer', async () => {
  expect(await visiting(2, { ...LATER, ...many(11) }, NEXT)).toSetTimers(0, NO_TIMER);
});
