/** Timers and signals against a model of a few lines: who fires when, and in which order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { explore, permutations } from '../explore/orders.ts';
import { install } from '../install.ts';
import { observe } from '../run/observe.ts';

install();

/** A timer that sets others when it fires, and then clears one that may or may not be armed. */
interface Script {
  readonly delay: number;
  /** How often it fires; more than once makes it an interval. */
  readonly times: number;
  readonly sets: readonly Script[];
  /** The number of the timer to clear, in the order in which they are set. */
  readonly clears: number | null;
}

/** @param deep how many generations of timers it may set */
function scripts(deep: number): fc.Arbitrary<Script[]> {
  const script = fc.record({
    delay: fc.integer({ min: 0, max: 6 }),
    times: fc.integer({ min: 1, max: 3 }),
    sets: deep > 0 ? scripts(deep - 1) : fc.constant([]),
    clears: fc.option(fc.integer({ min: 0, max: 12 })),
  });
  return fc.array(script, { maxLength: deep > 1 ? 5 : 2 });
}

type Fired = readonly [ms: number, timer: number];

/** What the clock does. */
async function onTheClock(some: readonly Script[]): Promise<Fired[]> {
  const fired: Fired[] = [];
  await observe(({ now }) => {
    const handles: NodeJS.Timeout[] = [];
    const set = ({ delay, times, sets, clears }: Script) => {
      const number = handles.length;
      let left = times;
      const fire = () => {
        fired.push([now(), number]);
        if (--left === 0) clearInterval(handles[number]);
        sets.forEach(set);
        if (clears !== null) clearTimeout(handles[clears]);
      };
      handles.push((times > 1 ? setInterval : setTimeout)(fire, delay));
    };
    some.forEach(set);
    return new Promise((resolve) => setTimeout(resolve, 200));
  });
  return fired;
}

/** The earliest first, and of two that are due together the one that was set first. */
function inTheModel(some: readonly Script[]): Fired[] {
  const fired: Fired[] = [];
  const armed: { due: number; turn: number; number: number; left: number; script: Script }[] = [];
  let now = 0;
  let turns = 0;
  let numbers = 0;
  const set = (one: Script) => {
    const due = now + Math.max(1, one.delay);
    armed.push({ due, turn: turns++, number: numbers++, left: one.times, script: one });
  };
  const clear = (number: number) => {
    const i = armed.findIndex((timer) => timer.number === number);
    if (i >= 0) armed.splice(i, 1);
  };
  some.forEach(set);
  for (;;) {
    armed.sort((a, b) => a.due - b.due || a.turn - b.turn);
    const timer = armed[0];
    if (!timer || timer.due > 200) return fired;
    now = timer.due;
    fired.push([now, timer.number]);
    const { delay, sets, clears } = timer.script;
    timer.left--;
    if (timer.left === 0) clear(timer.number);
    sets.forEach(set);
    if (clears !== null) clear(clears);
    // An interval is set again when its callback is over.
    timer.due = now + Math.max(1, delay);
    timer.turn = turns++;
  }
}

test('timers fire by their time, and by the order in which they were set, however they set and clear each other', async () => {
  await fc.assert(
    fc.asyncProperty(scripts(2), async (some) => {
      expect(await onTheClock(some)).toEqual(inTheModel(some));
    }),
  );
});

test('work that is told to stop stops then, and work that is done by then hears nothing', async () => {
  const ms = fc.integer({ min: 1, max: 6 });
  await fc.assert(
    fc.asyncProperty(
      fc.record({ takes: ms, abortAt: ms, stopsIn: fc.integer({ min: 0, max: 3 }) }),
      fc.boolean(),
      async ({ takes, abortAt, stopsIn }, isArmedFirst) => {
        const { spans } = await observe(async ({ job, at, controller }) => {
          const { signal, abort } = bound(controller());
          if (isArmedFirst) at(abortAt, abort);
          const done = job('a', takes, { stopsIn })(signal);
          if (!isArmedFirst) at(abortAt, abort);
          await done.catch(() => {});
        });
        const isStopped = abortAt < takes || (abortAt === takes && isArmedFirst);
        const [{ aborted, end, ending } = {}] = spans;
        expect([ending, aborted?.at, end?.at]).toEqual(
          isStopped ? ['aborted', abortAt, abortAt + stopsIn] : ['done', undefined, takes],
        );
      },
    ),
  );
});

function bound(controller: AbortController) {
  return { signal: controller.signal, abort: () => controller.abort() };
}

test('explore goes through every order once, and work that takes so long ends in it', async () => {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  for (const names of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd', 'e']]) {
    const orders = new Set<string>();
    await explore(names, async (takes, order) => {
      orders.add(order.join());
      const { spans } = await observe(({ job }) =>
        Promise.all(names.map((name) => job(name, takes[name] as number)())),
      );
      const ended = spans.toSorted((a, b) => (a.end?.order ?? 0) - (b.end?.order ?? 0));
      expect(ended.map(({ name }) => name)).toEqual(order);
    });
    expect(orders.size).toBe(factorial(names.length));
  }
});

test('permutations are all different, hold the same items, and begin with the given order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer(), { maxLength: 6 }), (items) => {
      const all = permutations(items);
      expect(all[0]).toEqual(items);
      expect(new Set(all.map(String)).size).toBe(all.length);
      for (const one of all) expect(one.toSorted()).toEqual(items.toSorted());
    }),
  );
});
