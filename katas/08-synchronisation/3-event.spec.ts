import {
  again,
  eachCase,
  eachMoment,
  expect,
  type Later,
  observe,
  type Plan,
  test,
  together,
} from '#lab';
import { Happening } from './3-event.ts';

/** A scene may end before a timer fires. A timer has its own test. */
const mayLeave: ['timer'] = ['timer'];

const WAKES =
  'While it is not set, calls of `wait` are pending. `set` wakes all of them in that millisecond.';

const IN_A_DAY =
  "'ann', 'ben' and 'dee' come while it is not set, and the next `set` wakes them. 'cem' comes while it is set: it has happened, so there is nothing to wait for.";

const REMEMBERS =
  '`set` had been called, and `clear` had not been called since. So it is set, and a call of `wait` has nothing to wait for.';

const WAS_SET =
  'It was set when `wait` was called. That decides, whatever is called after that: does your code look at the flag during the call?';

const WOKEN =
  '`set` wakes each call that is pending, and a `clear` after it does not take that back. Does your code look at the flag again after `set`?';

const NEXT =
  'A call that comes after `clear` is woken by the next `set`. The `set` before `clear` was for the calls that were pending before.';

const STILL =
  '`clear` changes nothing while it is not set: the calls that are pending are woken by the next `set`, and not before. Does your `clear` change what they wait for?';

const LAST_CALL =
  'The last call of `set` or `clear` decides whether it is set, however often each of them was called before.';

const FLAG =
  '`set` makes it true and `clear` makes it false, both during the call. `wait` does not change it.';

const ANY_NUMBER =
  'Each `set` wakes all calls that are pending, the first `set` and each later one.';

const APART = 'Each `Happening` has its own flag and its own pending calls.';

const NO_TIMER = '`set` knows who is waiting, and can wake them itself: no timer is needed.';

/** Does it now. */
const now: Later = async (act) => act();

interface Step {
  ms: number;
  words: string[];
}

/**
 * `'0 ann, 23 set … clear, 31 ben>clear'`: at 0 ms, 'ann' calls `wait`. At 23 ms it is set, and later in that ms it is
 * cleared: … is the moment that a test changes. At 31 ms 'ben' calls `wait`, and clears it when that fulfils.
 */
const stepsOf = (script: string): Step[] =>
  script.split(', ').map((step) => {
    const [ms, ...words] = step.split(' ');
    return { ms: Number(ms), words };
  });

/** When each call of `wait` is made, and when it fulfils. */
const planOf = (script: string): Plan => {
  const plan: Record<string, [number, number]> = {};
  let pending: [name: string, since: number, next: string[]][] = [];
  let isSet = false;
  for (const { ms, words } of stepsOf(script)) {
    // Code that is woken goes on in a later microtask: its acts are the last ones of this ms.
    const acts = words.filter((word) => word !== '…');
    const goOn = (next: string[]) => next.length > 0 && acts.push(next.join('>'));
    for (const act of acts) {
      const [name = '', ...next] = act.split('>');
      if (name === 'set' || name === 'clear') {
        isSet = name === 'set';
        goOn(next);
      } else pending.push([name, ms, next]);
      if (!isSet) continue;
      for (const [woken, since, then] of pending) {
        plan[`wait ${woken}`] = [since, ms];
        goOn(then);
      }
      pending = [];
    }
  }
  return plan;
};

interface Options {
  /** What a learner reads where a call is never woken. */
  ifStuck: string;
  later?: Later;
  /** Logs `isSet` after each act. */
  looks?: boolean;
}

/** Each script has a `Happening` of its own. In the end, each call of `wait` has been woken. */
const happening = (scripts: readonly string[], { ifStuck, later = now, looks }: Options) =>
  observe(
    ({ at, call, log }) => {
      const all = scripts.map(() => new Happening());
      const running = scripts.flatMap((script, i) => {
        const it = all[i] as Happening;
        const tell = (act: string) => looks && log(`${act}: ${it.isSet}`);
        const doOne = async (act: string): Promise<void> => {
          const [name = '', ...next] = act.split('>');
          const goOn = () => (next.length > 0 ? doOne(next.join('>')) : undefined);
          if (name === 'set' || name === 'clear') {
            it[name]();
            log(looks ? `${name}: ${it.isSet}` : name);
            return goOn();
          }
          const waiting = call(`wait ${name}`, () => it.wait());
          tell(`wait ${name}`);
          return waiting.then(() => {
            tell(`woken ${name}`);
            return goOn();
          });
        };
        const doAll = (acts: string[]): Promise<unknown> => {
          const end = acts.indexOf('…');
          if (end < 0) return Promise.all(acts.map(doOne));
          const done = acts.slice(0, end).map(doOne);
          return Promise.all([...done, later(() => doAll(acts.slice(end + 1)))]);
        };
        return stepsOf(script).map(({ ms, words }) =>
          ms > 0
            ? new Promise<void>((resolve) => at(ms, resolve)).then(() => doAll(words))
            : doAll(words),
        );
      });
      // A flag that belongs to all of them does not decide about the next scene.
      return Promise.all(running).then(() => {
        for (const it of all) it.clear();
        return 'all have been woken';
      });
    },
    { plan: Object.assign({}, ...scripts.map(planOf)), mayLeave, ifStuck },
  );

/** Runs a script, and expects that each call is woken in its ms. */
const runs = async (script: string, because: string, later?: Later) => {
  const trace = await happening([script], { ifStuck: because, ...(later && { later }) });
  expect(trace).toGive('all have been woken', because);
  expect(trace).toRunAsPlanned(because);
};

/** Two wait, one comes while it is set, and one after that. */
const DAY = '0 ann, 7 ben, 23 set, 37 cem, 41 clear, 53 dee, 71 set';

const AN_HOUR = 3_600_000;

/** So many names. */
const names = (count: number) => Array.from({ length: count }, (_, i) => `no.${i + 1}`);

/** So many calls, at 1 ms, 2 ms, 3 ms … */
const many = (count: number) =>
  names(count)
    .map((name, i) => `${i + 1} ${name}`)
    .join(', ');

const HUNDREDS = `13 ${names(257).join(' ')}, 29 set`;

/** It is set and cleared so many times. One call is pending each time, and one comes while it is set. */
const rounds = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const ms = 1 + 53 * i;
    return `${ms} out${i + 1}, ${ms + 13} set, ${ms + 23} in${i + 1}, ${ms + 29} clear`;
  }).join(', ');

/** Scripts in which more happens than in a day. */
const BUSY: Record<string, string> = {
  'When more than ten calls are pending:': `${many(23)}, 29 set`,
  'When hundreds of calls are pending:': HUNDREDS,
  'When it is set and cleared more than ten times:': rounds(12),
  'When a call that is woken clears it and waits again, three times:':
    '0 ann1>clear>ann2>clear>ann3>clear>ann4, 7 ben, 11 set, 23 set, 31 cem, 41 set, 59 set',
  'When it is set and cleared twice in the same call:':
    '0 ann, 11 set clear set clear, 23 ben, 41 set',
};

test('set wakes all calls that are pending', async () => {
  await runs(DAY, IN_A_DAY);
  await runs('23 ann set, 37 clear, 41 ben cem set', WAKES);
});

test('fulfils in the millisecond of the call while it is set', async () => {
  await runs('3 set, 7 ann, 197 ben, 211 clear, 223 set, 227 cem dee', REMEMBERS);
  await runs('3 set ann, 7 clear set ben', REMEMBERS);
  await runs(`3 set, ${AN_HOUR} ann`, REMEMBERS);
  await eachMoment("'ben' calls `wait`", '`set`', (later) =>
    runs('0 ann, 23 set … ben, 41 clear, 43 set', REMEMBERS, later),
  );
  await eachMoment('`clear` is called', "'ann' has called `wait`", (later) =>
    runs('3 set, 7 ann … clear, 23 set', WAS_SET, later),
  );
});

test('wakes the pending calls also if clear is called right after set', async () => {
  await eachMoment('`clear` is called', '`set`', (later) =>
    runs('0 ann, 7 ben, 23 set … clear, 41 set', WOKEN, later),
  );
  await eachMoment('`set` and `clear` are called', "'cem' has called `wait`", (later) =>
    runs('0 ann, 7 ben, 23 cem … set clear, 41 set', WOKEN, later),
  );
  await runs('0 ann>clear, 7 ben>clear, 13 cem>clear, 23 set, 41 set', WOKEN);
});

test('lets a call that comes after clear wait for the next set', async () => {
  for (const script of [
    '0 ann, 23 set clear … ben, 41 set',
    '3 set, 23 clear … ben, 41 set',
    // The next `set` comes immediately, and perhaps before any code that was woken has gone on.
    '0 ann, 23 set clear … ben set clear, 41 set',
    '0 ann, 7 cem, 23 set clear … ben set clear dee, 41 set',
  ])
    await eachMoment("'ben' calls `wait`", '`clear`', (later) => runs(script, NEXT, later));
  await eachMoment('`clear` and `wait` are called', '`set`', (later) =>
    runs('0 ann, 7 ben, 11 cem, 13 dee, 23 set … clear eve, 41 set', NEXT, later),
  );
});

test('changes nothing with clear while it is not set, or with set while it is set', async () => {
  await runs('3 clear, 7 ann, 11 clear clear, 13 ben, 23 set', STILL);
  await runs('3 set set, 5 ann, 7 set, 13 clear, 17 ben, 23 set', LAST_CALL);
  await runs('3 clear clear, 7 clear, 13 set, 17 ann, 19 clear, 23 set', LAST_CALL);
  await eachMoment('`clear` is called', "'ann' has called `wait`", (later) =>
    runs('7 ann … clear, 23 set', STILL, later),
  );
});

test('isSet says whether it is set', async () => {
  const script =
    '3 ann, 5 clear, 11 set, 13 set, 17 ben, 19 clear, 23 cem, 31 set, 37 clear, 41 dee, 43 set clear';
  expect(await happening([script], { ifStuck: WAKES, looks: true })).toLog(
    [3, 'wait ann: false'],
    [5, 'clear: false'],
    [11, 'set: true'],
    [11, 'woken ann: true'],
    [13, 'set: true'],
    [17, 'wait ben: true'],
    [17, 'woken ben: true'],
    [19, 'clear: false'],
    [23, 'wait cem: false'],
    [31, 'set: true'],
    [31, 'woken cem: true'],
    [37, 'clear: false'],
    [41, 'wait dee: false'],
    [43, 'set: true'],
    [43, 'clear: false'],
    [43, 'woken dee: false'],
    FLAG,
  );
});

test('can be set and cleared again and again, with any number of pending calls', async () => {
  await eachCase(BUSY, (script) => runs(script, ANY_NUMBER));
});

test('is set and cleared by itself', async () => {
  const scripts = [DAY, `${many(3)}, 19 set, 43 clear`, rounds(2)];
  const scene = () => happening(scripts, { ifStuck: APART });
  expect(await scene()).toRunAsPlanned(APART);
  for (const repeat of [again, together])
    await repeat(scene, (trace) => expect(trace).toRunAsPlanned(APART));
});

test('sets no timer', async () => {
  for (const script of [DAY, `3 set, 7 clear, ${HUNDREDS}`])
    expect(await happening([script], { ifStuck: WAKES })).toSetTimers(0, NO_TIMER);
});
