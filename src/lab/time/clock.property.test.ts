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

interface Armed {
  readonly number: number;
  readonly script: Script;
  due: number;
  left: number;
}

/** Timers of one delay are in one list, and the list that is due first is asked first: so does Node. */
function inTheModel(some: readonly Script[]): Fired[] {
  const fired: Fired[] = [];
  let lists: { delay: number; expiry: number; id: number; timers: Armed[] }[] = [];
  let now = 0;
  let ids = 0;
  let numbers = 0;
  const delayOf = ({ delay }: Script) => Math.max(1, delay);
  const arm = (timer: Armed) => {
    const delay = delayOf(timer.script);
    timer.due = now + delay;
    const list = lists.find((other) => other.delay === delay);
    if (list) list.timers.push(timer);
    else lists.push({ delay, expiry: timer.due, id: ids++, timers: [timer] });
  };
  const set = (script: Script) => arm({ number: numbers++, script, due: 0, left: script.times });
  const clear = (number: number) => {
    for (const list of lists) list.timers = list.timers.filter((timer) => timer.number !== number);
    lists = lists.filter(({ timers }) => timers.length > 0);
  };
  some.forEach(set);
  for (;;) {
    lists.sort((a, b) => a.expiry - b.expiry || a.id - b.id);
    const list = lists[0];
    const timer = list?.timers[0];
    if (!list || !timer || timer.due > 200) return fired;
    now = Math.max(now, list.expiry);
    if (timer.due > now) {
      list.expiry = timer.due;
      list.id = ids++;
      continue;
    }
    list.timers.shift();
    fired.push([now, timer.number]);
    const { sets, clears } = timer.script;
    timer.left--;
    sets.forEach(set);
    if (clears !== null) clear(clears);
    if (timer.left > 0 && clears !== timer.number) arm(timer);
    // A list stays until it is asked and found empty.
    if (list.timers.length === 0) lists = lists.filter((other) => other !== list);
  }
}

test('timers fire in the order in which Node asks its lists of them, however they set and clear each other', async () => {
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
