import { again, eachMoment, eachValue, expect, type Later, observe, type Trace, test } from '#lab';
import { Channel } from './3-channel.ts';

// What failures say, in the order of the tests.
const MEETS =
  'A channel keeps nothing: `send` is pending until a loop asks for its value, and fulfils in that millisecond. While a loop works with a value, it asks for no other one.';
const IN_LINE =
  'The value that was sent first is taken first, and the loop that has waited longest gets it. A loop that works with a value holds up no other loop.';
const HANDED_OVER =
  'Hand the value over to the first loop in the line, in one step. If the loop is only woken and looks again, a newcomer can come in between. If a value waits, a newcomer goes behind it.';
const EACH_VALUE =
  'Each `send` is a value of its own, whatever value it is. What ends a loop is `done: true`, and not the value.';
const ALL_END =
  '`close` is the last news for all loops, and not for one of them: each loop that waits gets `done: true` in that millisecond, and so does each one that asks later.';
const STILL_TAKEN =
  'What was sent before the close is still in the channel. First these values are taken, and their `send` fulfils. Then the loops end.';
const TOO_LATE =
  'The channel was closed before this `send`: reject with the Error `channel is closed`, and let no loop have the value.';
const CLOSED_ONCE = 'The channel is closed already: a second `close` finds nothing to do.';
const LEFT =
  'A loop that is left takes nothing more and closes nothing: the values that wait, and the other loops, are not its own. Does your iterator ask for a value before the loop wants it? What does its `return` do?';
const APART = 'Each channel has its own values and loops, and is closed by itself.';
const NO_TIMER = '`send`, `close` and the loops can wake each other: no timer is needed.';

/** `'11 ann a, 13 ben b'`: 'ann' gets a at 11 ms, and 'ben' gets b at 13 ms. */
const gotOf = (outcome: string, values: Values = {}) =>
  outcome.split(', ').flatMap((one): [ms: number, who: string, value: unknown][] => {
    const [ms, who, value] = one.split(' ');
    return who && value ? [[Number(ms), who, value in values ? values[value] : value]] : [];
  });

/**
 * `'0 ann:5:2>d ben:7, 9 a>b … close'`: at 0 ms, two `for await` loops begin. 'ann' needs 5 ms for a value, and leaves
 * with the second one; then d is sent. 'ben' needs 7 ms, and goes on until the channel is closed. At 9 ms, a is sent, and
 * b when that has fulfilled. Later in that ms it is closed: … is the moment that a test changes.
 */
const stepsOf = (script: string) =>
  script.split(', ').map((step) => {
    const [ms, ...words] = step.split(' ');
    return { ms: Number(ms), words };
  });

/**
 * From when to when each call of `send` runs, and each loop; one that goes on to the end of the scene is not in it. A value
 * that no loop gets is sent too late.
 */
const planOf = (scripts: Scripts) => {
  const plan: Record<string, [start: number, end: number, how: { fails: boolean }]> = {};
  for (const [script, outcome] of Object.entries(scripts)) {
    const got = gotOf(outcome);
    const steps = stepsOf(script);
    const closed = steps.find(({ words }) => words.includes('close'))?.ms ?? Infinity;
    for (const { ms, words } of steps)
      for (const word of words) {
        let since = ms;
        for (const part of word.split('>')) {
          const [name = '', takes = 0, leaves] = part.split(':');
          const last = got.findLast(([, who, value]) => who === name || value === name)?.[0];
          const fails = !takes && last === undefined;
          const back = last === undefined ? since : last + Number(takes);
          const end = takes && !leaves ? Math.max(closed, back) : (last ?? since);
          if (end < Infinity && name !== 'close' && name !== '…')
            plan[`${takes ? 'loop' : 'send'} ${name}`] = [since, end, { fails }];
          since = end;
        }
      }
  }
  return plan;
};

/** Scripts, and what comes of each: who gets what, and when. */
type Scripts = Readonly<Record<string, string>>;

/** What is sent, where it is not the text itself. */
type Values = Readonly<Record<string, unknown>>;

type Options = { values?: Values; later?: Later };

/** Each script has a channel of its own. In the end, all values have been taken or refused. */
const meeting = (scripts: Scripts, ifStuck: string, options: Options = {}) => {
  const { values = {}, later = async (act) => act() } = options;
  const plan = planOf(scripts);
  return observe(
    (lab) => {
      let fail: (error: unknown) => void;
      const failed = new Promise((_, reject) => {
        fail = reject;
      });
      const open: Channel<unknown>[] = [];
      const bodies: Promise<void>[] = [];
      const wait = (ms: number) => new Promise<void>((go) => lab.at(ms, go));
      const within = (channel: Channel<unknown>) => {
        const loop = async (name: string, takes: number, most: number) => {
          let count = 0;
          lab.asks(name);
          for await (const value of channel) {
            lab.gets(name, value);
            if (++count === most) return;
            await bodies[bodies.push(wait(takes)) - 1];
            lab.asks(name);
          }
          lab.leaves(name);
        };
        const send = (name: string) => {
          const value = name in values ? values[name] : name;
          lab.puts(value);
          return channel.send(value);
        };
        const doOne = async (word: string): Promise<void> => {
          const [first = '', ...next] = word.split('>');
          const [name = '', takes, most] = first.split(':');
          if (name === 'close') channel.close();
          else if (takes) {
            const run = () => loop(name, Number(takes), Number(most));
            // A loop that goes on to the end of the scene is no call: it is seen by what it gets.
            if (plan[`loop ${name}`]) await lab.call(`loop ${name}`, run);
            else run().catch(fail);
          } else
            await lab
              .call(`send ${name}`, () => send(name))
              .catch((error: unknown) => {
                if (!plan[`send ${name}`]?.[2].fails) throw error;
                lab.log(`${name} is refused: ${(error as Error).message}`);
              });
          if (next.length > 0) await doOne(next.join('>'));
        };
        const doAll = (words: string[]): Promise<unknown> => {
          const [before, after] = [words.indexOf('…'), words.indexOf('…') + 1];
          if (before < 0) return Promise.all(words.map(doOne));
          const done = words.slice(0, before).map(doOne);
          return Promise.all([...done, later(() => doAll(words.slice(after)))]);
        };
        return doAll;
      };
      const running = Object.keys(scripts).flatMap((script) => {
        const channel = new Channel();
        if (!script.includes('close')) open.push(channel);
        const doAll = within(channel);
        return stepsOf(script).map(({ ms, words }) =>
          ms > 0 ? wait(ms).then(() => doAll(words)) : doAll(words),
        );
      });
      return Promise.race([failed, Promise.all(running)]).then(async () => {
        // No loop goes on into the next scene.
        for (const channel of open) channel.close();
        await wait(1);
        await Promise.all(bodies);
        await wait(1);
      });
    },
    // A timer has its own test.
    { mayLeave: ['timer'], ifStuck, plan },
  );
};

/** Holds a run to what comes of its scripts. */
const check = (trace: Trace, scripts: Scripts, because: string, { values = {} }: Options = {}) => {
  const due = Object.values(scripts).flatMap((outcome) => gotOf(outcome, values));
  expect(trace).toDeliver(due, because);
  expect(trace).toRunAsPlanned(because);
  const refused = Object.entries(planOf(scripts)).flatMap(([call, [ms, , { fails }]]) =>
    fails ? [[ms, `${call.slice(5)} is refused: channel is closed`] as const] : [],
  );
  if (refused.length > 0) expect(trace).toLog(...refused, because);
};

/** Runs each of these scripts, and expects that this comes of it. */
const runs = async (scripts: Scripts, because: string, options?: Options) => {
  for (const [script, outcome] of Object.entries(scripts)) {
    const one = { [script]: outcome };
    check(await meeting(one, because, options), one, because, options);
  }
};

const AN_HOUR = 3_600_000;
/** Sixty-one of them. */
const many = (one: (n: number) => string, between = ' ') =>
  Array.from({ length: 61 }, (_, n) => one(n)).join(between);

test('send fulfils in the millisecond in which a loop takes the value, and not before', async () => {
  await runs(
    {
      '0 a>b>c, 11 ann:13': '11 ann a, 24 ann b, 37 ann c',
      '0 ann:13, 3 a>b>c': '3 ann a, 16 ann b, 29 ann c',
      [`0 a, ${AN_HOUR} ann:5`]: `${AN_HOUR} ann a`,
      [`0 ann:5, ${AN_HOUR} a`]: `${AN_HOUR} ann a`,
    },
    MEETS,
  );
});

test('values are taken in the order in which they are sent, by the loop that has waited longest', async () => {
  await runs(
    {
      '0 ann:25, 3 ben:25, 10 a, 20 b, 31 c': '10 ann a, 20 ben b, 35 ann c',
      '0 a, 3 b, 5 c d, 7 ann:17, 19 ben:7': '7 ann a, 19 ben b, 24 ann c, 26 ben d',
      '0 ann:11, 3 ben:23, 5 cem:17, 7 a b, 13 c, 19 d': '7 ann a, 7 ben b, 13 cem c, 19 ann d',
    },
    IN_LINE,
  );
  const [loops, values] = [many((n) => `l${n}:5`), many((n) => `v${n}`)];
  const all = many((n) => `7 l${n} v${n}`, ', ');
  // After some others: a line that wraps around at its end has to grow there.
  const first = '1 ann a, 1 ben b';
  await runs(
    {
      [`0 ann:97 ben:97, 1 a b, 3 ${loops}, 7 ${values}`]: `${first}, ${all}`,
      [`0 a b, 1 ann:97 ben:97, 3 ${values}, 7 ${loops}`]: `${first}, ${all}`,
    },
    IN_LINE,
  );
});

test('no value and no loop overtakes one that waits, in whatever microtask it comes', async () => {
  const loops = {
    '0 ann:97, 7 a … new:97, 13 b': '7 ann a, 13 new b',
    '0 ann:97, 3 ben:97, 7 a … new:97 b, 13 c': '7 ann a, 7 ben b, 13 new c',
  };
  await eachMoment("'new' begins its loop", 'a value is sent', (later) =>
    runs(loops, HANDED_OVER, { later }),
  );
  const values = {
    '0 a b, 7 ann:97 … new, 13 ben:97, 17 cem:97': '7 ann a, 13 ben b, 17 cem new',
    '0 a b, 7 ann:97 … new ben:97, 17 cem:97': '7 ann a, 7 ben b, 17 cem new',
  };
  await eachMoment("'new' is sent", "the loop of 'ann' has begun", (later) =>
    runs(values, HANDED_OVER, { later }),
  );
  await runs({ '0 a>c b, 7 ann:97, 13 ben:5': '7 ann a, 13 ben b, 18 ben c' }, HANDED_OVER);
});

test('each value is taken once, whatever value it is', async () => {
  const scripts = { '0 a, 7 ann:5, 13 b': '7 ann a, 13 ann b' };
  await eachValue(['a', 'b'], (values) => runs(scripts, EACH_VALUE, { values }), 'is');
  const four = {
    '0 a b, 3 c, 7 ann:97, 11 ben:7, 13 cem:97, 29 d': '7 ann a, 11 ben b, 13 cem c, 29 ben d',
  };
  for (const same of ['bread', undefined, { done: true, value: 'bread' }])
    await runs(four, EACH_VALUE, { values: { a: same, b: same, c: same, d: same } });
});

test('close ends all loops that wait, and each one that comes later', async () => {
  await runs(
    {
      '0 ann:5, 3 ben:5, 5 cem:5, 11 close, 17 dee:5 eli:5': '',
      '0 close, 7 ann:5, 11 ben:5': '',
      '0 ann:25 ben:5, 3 a, 11 b, 13 close, 19 cem:5, 31 dee:5': '3 ann a, 11 ben b',
      [`0 ${many((n) => `l${n}:5`)}, 7 close`]: '',
    },
    ALL_END,
  );
  const scripts = { '7 ann:5 ben:5 … close': '', '0 ann:5, 7 ben:5 … close cem:5': '' };
  await eachMoment('`close` is called', 'a loop has begun', (later) =>
    runs(scripts, ALL_END, { later }),
  );
});

test('a value that was sent before close is still taken', async () => {
  await runs(
    {
      '0 a b, 7 close, 13 ann:11': '13 ann a, 24 ann b',
      '0 a b c, 7 close, 13 ann:11, 17 ben:5': '13 ann a, 17 ben b, 22 ben c',
      '0 ann:23, 3 a, 5 b, 7 close, 11 ben:5': '3 ann a, 11 ben b',
      [`0 a, 3 close, ${AN_HOUR} ann:5`]: `${AN_HOUR} ann a`,
    },
    STILL_TAKEN,
  );
  const scripts = {
    '0 ann:5, 3 ben:5, 7 a b … close': '7 ann a, 7 ben b',
    '7 a b … close, 13 ann:5': '13 ann a, 18 ann b',
    '0 a b, 7 ann:5 … close': '7 ann a, 12 ann b',
  };
  await eachMoment('`close` is called', 'a value is sent or taken', (later) =>
    runs(scripts, STILL_TAKEN, { later }),
  );
});

test('send rejects after close, and no loop gets its value', async () => {
  const inTheCall = await observe(
    () => {
      const channel = new Channel<string>();
      channel.close();
      try {
        return channel.send('d');
      } catch {
        throw new Error('`send` has thrown in the call');
      }
    },
    { ifStuck: TOO_LATE },
  );
  expect(inTheCall).toFailWith('channel is closed', 0, TOO_LATE);
  await runs(
    {
      '0 close, 7 d, 11 ann:5, 13 e': '',
      '0 ann:5, 3 close, 7 d, 13 e': '',
      '0 a, 3 close, 7 d, 11 ann:5, 13 e, 17 ben:5': '11 ann a',
      '0 ann:23, 1 a, 3 close, 7 d, 13 e': '1 ann a',
    },
    TOO_LATE,
  );
  const scripts = {
    '0 ann:5, 7 close … d': '',
    '0 ann:5, 3 ben:5, 7 a close … d': '7 ann a',
    '0 a, 7 close … d, 13 ann:5': '13 ann a',
  };
  await eachMoment("'d' is sent", '`close`', (later) => runs(scripts, TOO_LATE, { later }));
});

test('does nothing with a second close', async () => {
  await runs(
    {
      '0 ann:5, 3 ben:5, 7 close close, 11 close, 13 cem:5, 17 close': '',
      '0 a b c, 7 close close, 11 close, 13 ann:11, 19 close, 29 ben:5':
        '13 ann a, 24 ann b, 29 ben c',
    },
    CLOSED_ONCE,
  );
});

test('a loop that is left takes no more and closes nothing', async () => {
  const scripts = {
    '0 a b c d e f, 7 ann:5:3, 23 ben:5:1, 29 cem:5:1, 31 dee:5:1':
      '7 ann a, 12 ann b, 17 ann c, 23 ben d, 29 cem e, 31 dee f',
    '0 ann:5:1, 3 ben:7, 11 a, 13 b, 29 c, 37 close': '11 ann a, 13 ben b, 29 ben c',
    '0 a, 7 ann:5:1>b>c, 11 new:5:1>ann2:5:1': '7 ann a, 11 new b, 11 ann2 c',
    '0 ann:5:2, 3 a, 7 ben:5:1, 11 b c, 17 cem:5:1, 29 dee:5, 31 d e, 43 close':
      '3 ann a, 11 ben b, 11 ann c, 31 cem d, 31 dee e',
  };
  await runs(scripts, LEFT);
  const soon = { '0 ann:5:1, 7 a … b, 13 ben:5:1': '7 ann a, 13 ben b' };
  await eachMoment("'b' is sent", "'a'", (later) => runs(soon, LEFT, { later }));
});

test('has values and loops of its own, and is closed by itself', async () => {
  const scripts = {
    '0 a b, 7 ann:11, 13 close': '7 ann a, 18 ann b',
    '0 ben:5, 3 cem:5, 17 c>d, 31 e, 43 close': '17 ben c, 17 cem d, 31 ben e',
    '1 f, 19 dee:7, 23 eli:5, 29 g, 53 close': '19 dee f, 29 eli g',
  };
  const scene = () => meeting(scripts, APART);
  await again(scene, (trace) => check(trace, scripts, APART));
});

test('sets no timer', async () => {
  const scripts = {
    '0 a>b>c, 3 d, 11 ann:13, 17 ben:7, 53 e, 61 f, 71 close': '',
    '0 cem:5, 3 dee:5, 7 g h, 11 close close': '',
  };
  expect(await meeting(scripts, MEETS)).toSetTimers(0, NO_TIMER);
});
