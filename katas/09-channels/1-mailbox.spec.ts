import {
  again,
  eachCase,
  eachMoment,
  eachValue,
  expect,
  type Later,
  observe,
  type Trace,
  test,
  together,
} from '#lab';
import { Mailbox } from './1-mailbox.ts';

// What failures say, in the order of the tests.
const IN_A_DAY =
  "'x' and 'y' wait: the next item goes to the call that waits longest. 'c' is put in while no call waits, so it is kept, and 'z' gets it.";
const HANDED_OVER =
  'The mailbox was empty, so the call waits. The next `put` hands its item to the call that waits longest, and to no other one.';
const KEPT =
  'The item was put while no call waited, so it is kept. `get` fulfils with the item that was put in first, of those that are still there.';
const IN_LINE =
  'An item that is put while a call waits belongs to that call. A call that is only woken looks when its code goes on, some microtasks later: by then, a newcomer may have taken the item.';
const ONCE =
  'Does your code look for an item first, and join the line some microtasks later? What is put in between meets no call that waits. Look and join in one step; look and take in one step, too.';
const APART = 'Each mailbox has its own items and its own line.';
const ANY_VALUE =
  'Any value is an item. What is in the mailbox is told by how many items there are, and not by what they are.';
const AGAIN =
  'The same value may be put in several times. Each of them is an item of its own, and comes out at its turn.';
const GOES_ON =
  'Code that has got an item calls `get` or `put` like any other code. Its next call is a new one, at the end of the line.';
const ANY_NUMBER =
  'Each `put` adds one item, and each `get` takes one: nothing is left out, however many there are.';
const NO_TIMER =
  '`put` knows which call waits, and can hand the item over itself: no timer is needed.';

/** Does it now. */
const now: Later = async (act) => act();

const stepsOf = (script: string) =>
  script.split(', ').map((step) => {
    const [ms, ...acts] = step.split(' ');
    return { ms: Number(ms), acts };
  });

type Values = Readonly<Record<string, unknown>>;
type Delivery = [ms: number, who: string, item: unknown];

/** The first call gets the first item, the second call the second one, and so on: as soon as both are there. */
const deliveriesOf = (script: string, values: Values): Delivery[] => {
  const deliveries: Delivery[] = [];
  const items: unknown[] = [];
  const line: [who: string, next: string][] = [];
  for (const { ms, acts } of stepsOf(script)) {
    const queue = acts.filter((act) => act !== '…');
    for (const act of queue) {
      const [name = '', ...next] = act.split('>');
      if (name.startsWith('+')) items.push(name.slice(1));
      else line.push([name, next.join('>')]);
      if (name.startsWith('+') && next.length > 0) queue.push(next.join('>'));
      const caller = items.length > 0 && line.shift();
      if (!caller) continue;
      const item = String(items.shift());
      deliveries.push([ms, caller[0], item in values ? values[item] : item]);
      // Code that has got an item goes on in a later microtask: its acts are the last ones of this ms.
      if (caller[1]) queue.push(caller[1]);
    }
  }
  return deliveries;
};

interface Options {
  /** The item of each name, where it is not the name. */
  values?: Values;
  later?: Later;
}

/**
 * `'0 x, 11 +a … y, 23 +b>+c'`: at 0 ms, 'x' calls `get`. At 11 ms 'a' is put in, and later in that ms 'y' calls `get`:
 * … is the moment that a test changes. At 23 ms 'b' is put in, then 'c'. With `x>y`, 'y' calls when 'x' has its item.
 * Each script has a mailbox of its own.
 */
const delivering = (scripts: readonly string[], { values = {}, later = now }: Options = {}) =>
  observe(
    ({ at, asks, gets, puts }) => {
      const running = scripts.flatMap((script) => {
        const mailbox = new Mailbox<unknown>();
        const doOne = (act: string): unknown => {
          const [name = '', ...next] = act.split('>');
          const goOn = () => (next.length > 0 ? doOne(next.join('>')) : undefined);
          if (name.startsWith('+')) {
            const item = name.slice(1) in values ? values[name.slice(1)] : name.slice(1);
            puts(item);
            mailbox.put(item);
            return goOn();
          }
          asks(name);
          return mailbox.get().then((item) => {
            gets(name, item);
            return goOn();
          });
        };
        const doAll = (acts: string[]): Promise<unknown> => {
          const end = acts.indexOf('…');
          if (end < 0) return Promise.all(acts.map(doOne));
          const done = acts.slice(0, end).map(doOne);
          return Promise.all([...done, later(() => doAll(acts.slice(end + 1)))]);
        };
        return stepsOf(script).map(({ ms, acts }) =>
          ms > 0
            ? new Promise<void>((resolve) => at(ms, resolve)).then(() => doAll(acts))
            : doAll(acts),
        );
      });
      return Promise.all(running);
    },
    // A scene may end before a timer fires. A timer has its own test.
    { mayLeave: ['timer'] },
  );

/** Each call gets its item, in its ms. */
const expectAll = (
  trace: Trace,
  scripts: readonly string[],
  because: string,
  values: Values = {},
) => {
  const all = scripts.flatMap((script) => deliveriesOf(script, values));
  expect(trace).toDeliver(all, because);
};

/** Runs a script, and expects that each call gets its item in its ms. */
const runs = async (script: string, because: string, options: Options = {}) =>
  expectAll(await delivering([script], options), [script], because, options.values);

/** Some calls come before their item, and some after it. */
const DAY = '0 x, 2 y, 11 +a, 23 +b +c, 37 z';

const AN_HOUR = 3_600_000;

/** So many of these, at the same time. */
const many = (count: number, what: string) =>
  Array.from({ length: count }, (_, i) => `${what}${i + 1}`).join(' ');

/** Scripts in which something happens right after something else, or some microtasks later: at the … */
const OVERTAKING = [
  '0 x, 11 +a … z, 23 +b',
  '0 x, 2 y, 11 +a … z, 23 +b +c',
  '0 x, 2 y, 11 +a +b … z, 23 +c',
  '0 x, 2 y, 11 z … +a +b, 23 +c',
  '3 x, 7 +a … +b y',
];
const MEETING = [
  '7 x … +a',
  '7 x … +a y +b',
  '7 x y … +a +b',
  '3 x, 7 y … +a +b',
  '3 +a, 7 x … +b y',
  '3 +a, 7 x y … +b',
  '3 +c +a, 7 x y z … +b',
  '7 +a … x y, 11 +b',
  '7 +a x … y, 11 +b',
];

const saying = (act = '') =>
  act.startsWith('+') ? `'${act.slice(1)}' is put in` : `'${act}' calls \`get\``;

/** Runs a script with each moment that its … may be. */
const atEachMoment = (script: string, because: string) => {
  const [, before, after] = /(\S+) … (\S+?)(?:[ ,]|$)/.exec(script) ?? [];
  return eachMoment(saying(after), saying(before), (later) => runs(script, because, { later }));
};

/** What code does that has just got an item. */
const GOING_ON: Record<string, string> = {
  'When code that has got an item calls `get` again, and items are there:':
    '0 x1>x2>x3, 11 +a +b +c',
  'When code that has got an item calls `get` again, and waits each time:':
    '0 x1>x2>x3, 11 +a, 23 +b, 37 +c',
  'When code that has got an item calls `get` again, and others wait:':
    '0 x1>x2, 2 y, 11 +a, 23 +b, 37 +c',
  'When code that has got an item puts one in, for the next call:': '0 x>+b, 2 y>+c, 3 z, 11 +a',
  'When code that has got an item puts one in, and gets it itself:': '0 x1>+b>x2>+c>x3, 11 +a',
};

/** The crowd comes after others: a list that goes around its end has to grow there. */
const BUSY: Record<string, string> = {
  'With more than ten items at the same time:': `0 +p +q, 1 u v, 3 ${many(23, '+a')}, 7 ${many(23, 'x')}`,
  'With more than ten calls that wait:': `0 u v, 1 +p +q, 3 ${many(23, 'x')}, 7 ${many(23, '+a')}`,
  'When it is filled and emptied again and again:': Array.from(
    { length: 13 },
    (_, i) => `${1 + i * 47} x${i}, ${12 + i * 47} +a${i} +b${i}, ${30 + i * 47} y${i}`,
  ).join(', '),
};

/** So many items that a list of 1024 is too short. Either all of them are kept, or none. */
const crowd = (first: 'items' | 'calls') =>
  observe(
    async () => {
      const mailbox = new Mailbox<number>();
      const numbers = Array.from({ length: 1201 }, (_, i) => i + 1);
      const putAll = () => {
        for (const number of numbers) mailbox.put(number);
      };
      if (first === 'items') putAll();
      const calls = numbers.map(() => mailbox.get());
      if (first === 'calls') putAll();
      const got = await Promise.all(calls);
      return { 'in order': got.filter((number, i) => number === numbers[i]).length };
    },
    { mayLeave: ['timer'], ifStuck: ANY_NUMBER },
  );

test('hands an item to the call that waits longest, in the ms of the put', async () => {
  await runs(DAY, IN_A_DAY);
  await runs('0 x y, 3 z, 11 +a, 13 +b, 31 +c', HANDED_OVER);
  await runs('0 x y, 3 z, 11 +a +b +c', HANDED_OVER);
  await runs(`0 x, ${AN_HOUR} +a`, HANDED_OVER);
});

test('keeps items for which no call waits, and hands them out in order', async () => {
  await runs('3 +a +b +c, 17 x, 23 y, 41 z', KEPT);
  await runs('3 +a, 5 +b, 7 x +c, 11 y, 13 +d, 17 z v', KEPT);
  await runs(`3 +a, ${AN_HOUR} +b x y`, KEPT);
});

test('lets no call overtake one that waits, in whatever microtask it comes', async () => {
  for (const script of OVERTAKING) await atEachMoment(script, IN_LINE);
});

test('hands each item out once, in whatever microtask put or get is called', async () => {
  for (const script of MEETING) await atEachMoment(script, ONCE);
});

test('has items and calls of its own', async () => {
  const scripts = [DAY, '1 p, 3 +e, 5 +f +g, 29 q r', '7 +h, 13 s t, 59 +i'];
  const scene = () => delivering(scripts);
  expectAll(await scene(), scripts, APART);
  for (const repeat of [again, together])
    await repeat(scene, (trace) => expectAll(trace, scripts, APART));
});

test('takes any value for an item, also the same one again', async () => {
  await eachValue(
    ['a', 'b'],
    async (values) => {
      await runs('3 +a +b, 17 x y', ANY_VALUE, { values });
      await runs('0 x, 2 y, 11 +a, 13 +b', ANY_VALUE, { values });
      await runs('3 +a +b +a, 5 x, 7 y z u v, 11 +a, 13 +a, 17 +a, 19 w', AGAIN, { values });
    },
    'is',
  );
});

test('lets code that has got an item call put and get', () =>
  eachCase(GOING_ON, (script) => runs(script, GOES_ON)));

test('has room for any number of items, and of calls that wait', async () => {
  await eachCase(BUSY, (script) => runs(script, ANY_NUMBER));
  for (const first of ['items', 'calls'] as const)
    expect(await crowd(first)).toGive({ 'in order': 1201 }, ANY_NUMBER);
});

test('sets no timer', async () => {
  for (const script of [DAY, '3 +a +b, 7 x y z, 11 +c'])
    expect(await delivering([script])).toSetTimers(0, NO_TIMER);
});
