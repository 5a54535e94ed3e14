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
import { fromEvents } from './4-from-events.ts';

// What failures say, in the order of the tests.
const KEPT =
  'An emitter keeps nothing: an event for which no listener is there is gone. Does your code listen all the time, also while the reader is busy?';
const IN_TIME =
  "A `next()` that is pending fulfils with the event's first argument, in the event's own millisecond: an emitter calls its listeners during `emit`.";
const FROM_THE_CALL =
  'It listens from the call of `fromEvents`, before anything is read. (The body of a generator only begins at the first `next()`.)';
const FIRST_ARGUMENT = 'It yields the first argument of the event, whatever value that is.';
const IN_LINE =
  'An event is for one call of `next()`: for the one that has been pending longest. Does each pending call have a place of its own?';
const END_LAST =
  'Events that came before `end` come before `done: true`, and `end` is no event itself. After them, all calls of `next()` fulfil with `done: true`, pending ones and later ones.';
const ERROR_LAST =
  "Events that came before 'error' come first. Then one call of `next()` rejects with what 'error' was emitted with, and all others get `done: true`. (If no listener is there for 'error', `emit` throws that in the code that emits.)";
const RETURN =
  '`return()` ends it, also while a call of `next()` is pending: no event has to come first. (A `return()` of a generator waits in line behind its `next()`.)';
const HANDED_OVER =
  'The event came while the call was pending, so it belongs to that call. What happens after that, in the same millisecond, does not take it back.';
const OTHERS = 'Other code listens to that emitter as well, and its listeners have to stay.';
const APART = 'Each call of `fromEvents` gets all events of its emitter, and is over by itself.';
const NO_TIMER = 'The listener knows which call of `next()` is pending, so no timer is needed.';

const stepsOf = (script: string) =>
  script.split(', ').map((step) => {
    const [ms, ...acts] = step.split(' ');
    return { ms: Number(ms), acts };
  });

const DONE = new Map<string, object>();

/** The `{ done: true }` for the call of this name; no other call may get it. */
const doneFor = (who: string) => {
  if (!DONE.has(who)) DONE.set(who, { done: true });
  return DONE.get(who);
};

const JAMS = { rejects: new Error('the door jams') };

interface Options {
  /** What the events of these names are emitted with, where it is not the name. */
  values?: Readonly<Record<string, unknown>>;
  later?: Later;
  /** What 'error' is emitted with. */
  jams?: { rejects: unknown };
  /** For how long the loop is busy with each guest, in ms. */
  busy?: number;
  because: string;
}

/** What else can happen at the door; an event of this name is drawn. */
const SIGNS: Readonly<Record<string, string>> = { end: 'closed', error: 'error' };

/**
 * `'0 x, 11 +a … y>z, 23 end'`: at 0 ms, 'x' calls `next()`. At 11 ms the event comes with 'a', and later in that ms 'y'
 * calls `next()`: … is the moment that a test changes. When 'y' has its result, 'z' calls. '2x' calls that of a second
 * iterator, for which each item has a '2' before its name. `loop` is a loop that breaks at 'stop', and a porter listens as well, until `away`. Before all that,
 * `fromEvents` is called, or else at `call`.
 */
const reading = (script: string, options: Options) =>
  observe(
    ({ asks, at, emitter, gets, log, puts, sleep }) => {
      const { values = {}, later = async (act) => act(), jams = JAMS, busy = 0 } = options;
      const door = emitter('the door');
      const isLate = script.includes('call');
      const [guest, closed] = isLate ? ['order', 'end of the day'] : ['guest', 'closed'];
      const open = () => fromEvents<unknown>(door, guest, closed);
      let guests = isLate ? (undefined as never) : open();
      const second = script.includes('2x') ? open() : undefined;
      const told: Record<string, () => void> = {};
      for (const event of [guest, closed, 'error'])
        told[event] = () => log(`the porter is told of '${event}'`);
      const done = (who: string) => {
        puts(doneFor(who));
        gets(who, doneFor(who));
      };
      const fails = (who: string, error: unknown) =>
        gets(who, Object.is(error, jams.rejects) ? jams : { rejects: error });
      const read = async (who: string) => {
        asks(who);
        for await (const value of guests) {
          gets(who, value);
          if (value === 'stop') return;
          if (busy > 0) await sleep(busy);
          asks(who);
        }
        done(who);
      };
      const emit = (name: string) => {
        const value = name in values ? values[name] : name;
        puts(value);
        if (second) puts(`2${name}`);
        door.emit(guest, value, 'a second argument');
      };
      const next = async (who: string): Promise<void> => {
        const [name = '', then] = who.split('>');
        asks(name);
        const isSecond = second && name.startsWith('2');
        const called = (isSecond ? second : guests).next();
        try {
          const result = await called.then((settled) => settled);
          if (result.done) done(name);
          else gets(name, isSecond ? `2${result.value}` : result.value);
        } catch (error) {
          fails(name, error);
        }
        if (then) await next(then);
      };
      const acts: Record<string, () => unknown> = {
        rest: () => {},
        call: () => {
          guests = open();
        },
        end: () => door.emit(closed, values.end),
        error: () => {
          puts(jams);
          door.emit('error', jams.rejects, 'a second argument');
        },
        loop: () => read('loop').catch((error) => fails('loop', error)),
        return: () => {
          asks('return');
          return guests.return?.().then((result) => result.done && done('return'));
        },
        porter: () => Object.entries(told).map(([event, hears]) => door.on(event, hears)),
        away: () => Object.entries(told).map(([event, hears]) => door.off(event, hears)),
      };
      const doOne = (act: string) =>
        act.startsWith('+') ? emit(act.slice(1)) : (acts[act] ?? (() => next(act)))();
      const doAll = (some: string[]): Promise<unknown> => {
        const end = some.indexOf('…');
        if (end < 0) return Promise.all(some.map(doOne));
        const begun = some.slice(0, end).map(doOne);
        return Promise.all([...begun, later(() => doAll(some.slice(end + 1)))]);
      };
      return Promise.all(
        stepsOf(script).map(({ ms, acts: some }) => {
          if (ms === 0) return doAll(some);
          const sign = some.map((act) => SIGNS[act]).find(Boolean);
          return new Promise<void>((resolve) => at(ms, resolve, sign)).then(() => doAll(some));
        }),
      );
    },
    // A scene may end with a timer or a listener left. Each of them has its own test.
    { mayLeave: ['timer', 'listener'], ifStuck: options.because },
  );

/** `'11 x a, 23 y done, 23 z jams'`: at 11 ms 'x' gets 'a', at 23 ms `next()` is done for 'y', and rejects for 'z'. */
const expectAll = (trace: Trace, results: string, { values = {}, jams = JAMS, because }: Options) =>
  expect(trace).toDeliver(
    stepsOf(results).map(({ ms, acts: [who = '', what = ''] }) => {
      if (what === 'done') return [ms, who, doneFor(who)];
      if (what === 'jams') return [ms, who, jams];
      return [ms, who, what in values ? values[what] : what];
    }),
    because,
  );

const runs = async (
  script: string,
  results: string,
  because: string,
  more: Omit<Options, 'because'> = {},
) => {
  const options = { ...more, because };
  expectAll(await reading(script, options), results, options);
};

/** So many of these, at the same time. */
const many = (count: number, what: string) =>
  Array.from({ length: count }, (_, i) => `${what}${i + 1}`).join(' ');

/** The results of so many calls, at this ms. */
const each = (count: number, ms: number, what: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => `${ms} x${i + 1} ${what(i + 1)}`).join(', ');

/** 'ben' and 'cem' come while the loop is busy with 'ann', and 'closed' while it is busy with 'dee'. */
const EVENING = '0 loop, 11 +ann, 17 +ben, 23 +cem, 53 +dee, 61 end';
const SERVED = '11 loop ann, 24 loop ben, 37 loop cem, 53 loop dee, 66 loop done';

/** How it may get to its end. At 19 ms, it has been over for some time. */
const ENDINGS: Record<string, string> = {
  'After the end:': '0 x, 7 +a, 11 y, 13 end, 19 rest',
  'After the end, while events are kept:': '7 +a +b, 11 x, 13 end, 19 rest',
  "After an 'error':": '0 x, 7 +a, 11 y, 13 error, 19 rest',
  "After an 'error', while events are kept:": '7 +a +b, 11 x, 13 error, 19 rest',
  'After `return()` while a `next()` is pending:': '0 x y, 13 return, 19 rest',
  'After `return()` while events are kept:': '7 +a +b, 11 x, 13 return, 19 rest',
  'After `return()` before the first `next()`:': '13 return, 19 rest',
  'After a second `return()`:': '0 x, 3 return, 13 return, 19 rest',
  'After a `break`:': '0 loop, 7 +a, 13 +stop, 19 rest',
};

test('keeps the events that come while no next() is pending', async () => {
  await runs(EVENING, SERVED, KEPT, { busy: 13 });
  await eachMoment("'b' is emitted", "'a'", (later) =>
    runs('0 x>y, 7 +a … +b, 11 z, 13 +c, 17 end', '7 x a, 7 y b, 13 z c', KEPT, { later }),
  );
  await runs('0 x, 2 +a, 3 +b +b +a, 5 y z v, 7 end', '2 x a, 5 y b, 5 z b, 5 v a', KEPT);
  // They come after others: a list that goes around its end has to grow there.
  const hundreds = `0 x, 1 +a +b +c, 2 y z, 3 ${many(103, '+')}, 4 end, 5 ${many(103, 'x')}, 7 v`;
  await runs(hundreds, `1 x a, 2 y b, 2 z c, ${each(103, 5, String)}, 7 v done`, KEPT);
});

test('yields each event in its own millisecond while the reader waits for it', async () => {
  await runs(
    '0 loop, 11 +ann, 17 +ben, 31 +cem, 41 end',
    '11 loop ann, 17 loop ben, 31 loop cem, 41 loop done',
    IN_TIME,
  );
  await runs('0 x, 7 +a, 11 y +b, 13 z, 31 +c, 37 end', '7 x a, 11 y b, 31 z c', IN_TIME);
});

test('listens from the call of fromEvents, before the first next()', async () => {
  await runs('0 rest, 11 +a, 13 +b, 23 x y, 31 end', '23 x a, 23 y b', FROM_THE_CALL);
  await runs('0 +a, 11 loop, 13 end', '11 loop a, 13 loop done', FROM_THE_CALL);
  await runs('3 +a, 7 call +b, 11 x y, 13 +c, 17 end', '11 x b, 13 y c', FROM_THE_CALL);
});

test('yields the first argument, whatever value it is', async () => {
  await eachValue(
    ['a', 'b'],
    (values) =>
      runs('0 x, 7 +a +b, 11 y z, 13 end', '7 x a, 11 y b, 13 z done', FIRST_ARGUMENT, { values }),
    'is',
  );
});

test('fulfils the next() that has been pending longest with each event', async () => {
  await runs('0 x, 2 y, 11 +a, 23 +b +c, 31 z, 37 end', '11 x a, 23 y b, 31 z c', IN_LINE);
  await eachMoment("'z' calls `next()`", "'a'", (later) =>
    runs('0 x, 2 y, 11 +a … z +b, 13 +c, 17 end', '11 x a, 11 y b, 13 z c', IN_LINE, { later }),
  );
  await eachMoment("'y' calls `next()`", "'x' has called", (later) =>
    runs('3 +a, 7 x … y +b, 11 z, 13 +c, 17 end', '7 x a, 7 y b, 13 z c', IN_LINE, { later }),
  );
  const hundreds = `0 y z, 1 +a +b, 3 ${many(103, 'x')}, 5 ${many(103, '+')}, 7 end`;
  await runs(hundreds, `1 y a, 1 z b, ${each(103, 5, String)}`, IN_LINE);
});

test('is done after end, when the events that came before it have been read', async () => {
  const values = { end: 'last words' };
  for (const [script, results] of [
    ['3 +a +b end, 23 x, 29 y, 31 z, 37 v', '23 x a, 29 y b, 31 z done, 37 v done'],
    ['0 x y, 2 z, 13 +a, 17 end, 19 v', '13 x a, 17 y done, 17 z done, 19 v done'],
    ['0 x, 3 end +a, 7 loop', '3 x done, 7 loop done'],
    ['0 call, 3 end, 7 x', '7 x done'],
  ] as const)
    await runs(script, results, END_LAST, { values });
  await eachMoment('it is closed', "'a'", (later) =>
    runs('0 x>y, 13 +a … end, 17 z', '13 x a, 13 y done, 17 z done', END_LAST, { later }),
  );
});

test("rejects after 'error', when the events that came before it have been read", async () => {
  for (const [script, results] of [
    ['3 +a +b error, 23 x, 29 y, 31 z, 37 v', '23 x a, 29 y b, 31 z jams, 37 v done'],
    ['0 x y, 2 z, 13 +a, 17 error +b, 19 v', '13 x a, 17 y jams, 17 z done, 19 v done'],
    ['0 loop, 11 +ann, 17 +ben, 19 error', '11 loop ann, 24 loop ben, 37 loop jams'],
  ] as const)
    await runs(script, results, ERROR_LAST, { busy: 13 });
  await eachMoment("'error' is emitted", "'a'", (later) =>
    runs('0 x>y, 13 +a … error, 17 z', '13 x a, 13 y jams, 17 z done', ERROR_LAST, { later }),
  );
  await eachReason(
    ['error'],
    async ({ error }) => {
      // `on` of node:events loses one that is falsy, so the contract leaves that open.
      if (!error) return;
      const jams = { rejects: error };
      await runs('0 x, 3 error, 5 y', '3 x jams, 5 y done', ERROR_LAST, { jams });
      await runs('0 x, 2 +a, 3 error, 5 y z', '2 x a, 5 y jams, 5 z done', ERROR_LAST, { jams });
    },
    'is emitted with',
  );
});

test('return() ends it, and each pending next() with it', async () => {
  for (const [script, results] of [
    ['0 x y, 2 z, 13 return +a', '13 x done, 13 y done, 13 z done, 13 return done'],
    ['0 loop, 11 +ann, 17 return', '11 loop ann, 17 loop done, 17 return done'],
    ['3 return, 7 x, 11 +a, 13 y', '3 return done, 7 x done, 13 y done'],
    ['0 x, 3 end, 7 return, 11 y', '3 x done, 7 return done, 11 y done'],
    ['0 loop, 7 +ann, 11 +stop, 13 x', '7 loop ann, 11 loop stop, 13 x done'],
    ['0 loop, 7 +stop error, 11 return', '7 loop stop, 11 return done'],
  ] as const)
    await runs(script, results, RETURN);
  await eachMoment('`return()` is called', "'a'", (later) =>
    runs('0 x, 13 +a … return, 17 y', '13 x a, 13 return done, 17 y done', HANDED_OVER, { later }),
  );
});

test('leaves none of its listeners once it is over, and all those of others', async () => {
  await eachCase(ENDINGS, async (script) => {
    const trace = await reading(script, { because: END_LAST });
    expect(trace).toLeaveNothing(['timer']);
  });
  const porter = (script: string) => reading(script, { because: RETURN });
  expect(await porter('0 porter x, 7 +a, 11 return, 13 +b, 17 end, 19 away')).toLog(
    [7, "the porter is told of 'guest'"],
    [13, "the porter is told of 'guest'"],
    [17, "the porter is told of 'closed'"],
    OTHERS,
  );
  expect(await porter('0 porter, 11 return, 13 error, 19 away')).toLog(
    [13, "the porter is told of 'error'"],
    OTHERS,
  );
});

test('is for itself in each call of fromEvents', async () => {
  await runs(
    '0 x 2x, 11 +a, 13 +b +c, 17 y return, 19 +d, 23 2y 2z 2v, 29 end',
    '11 x a, 11 2x 2a, 17 y b, 17 return done, 23 2y 2b, 23 2z 2c, 23 2v 2d',
    APART,
  );
  const twice = '3 call x, 7 +a, 11 return, 13 call y, 17 +b, 19 end';
  await runs(twice, '7 x a, 11 return done, 17 y b', APART);
  const options = { busy: 13, because: APART };
  for (const repeat of [again, together])
    await repeat(
      () => reading(EVENING, options),
      (trace) => expectAll(trace, SERVED, options),
    );
});

test('sets no timer', async () => {
  for (const script of [
    '0 x, 11 +a, 13 y, 17 z, 19 +b, 23 end',
    '3 +a end, 7 x y, 11 z',
    '0 x, 7 return',
  ])
    expect(await reading(script, { because: RETURN })).toSetTimers(0, NO_TIMER);
});
