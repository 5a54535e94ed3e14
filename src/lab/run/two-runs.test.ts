/** Several runs under way at a time: each as if it were alone. */
import { AsyncResource } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { traceAsText } from '../../proof/flaky/trace-as-text.ts';
import { createCourse, runCommand } from '../../testing/miniature.ts';
import { keepProcess } from '../guard/process-ends.ts';
import { enterWorld } from '../guard/world.ts';
import { install } from '../install.ts';
import type { Lab } from '../scene/scenario.ts';
import { test as testOfTheLab } from '../test.ts';
import type { Trace } from '../trace/trace.ts';
import { observe } from './observe.ts';

install();

type Scene = (lab: Lab) => unknown;

const asText = async (scene: Scene) => traceAsText(await observe(scene));

const inTurn = async (...scenes: Scene[]) => {
  const texts: string[] = [];
  for (const scene of scenes) texts.push(await asText(scene));
  return texts;
};

const together = (...scenes: Scene[]) => Promise.all(scenes.map(asText));

const said = (errors: readonly { at: number; error: unknown }[]) =>
  errors.map(({ at, error }) => [at, (error as Error).message]);

const nowhere = (message: string) => Object.assign(new Error(message), { stack: '' });

/** Keeps nothing of who calls it: it was bound before there was any run. */
const boundTimer = AsyncResource.bind((callback: () => void, ms: number) => {
  setTimeout(callback, ms);
});

/** Makes everything that can go astray, in its own name. */
const astray =
  (name: string, ms: number): Scene =>
  async ({ sleep, log, now }) => {
    const late = Promise.reject(nowhere(`${name} late`));
    void Promise.reject(nowhere(`${name} never`));
    process.nextTick(() => {
      throw nowhere(`${name} tick`);
    });
    queueMicrotask(() => {
      throw nowhere(`${name} microtask`);
    });
    setTimeout(() => {
      throw nowhere(`${name} timer`);
    }, ms);
    boundTimer(() => {
      log(`bound at ${now()}, by the date at ${Date.now() % 1000}`);
      throw nowhere(`${name} bound`);
    }, ms + 1);
    await sleep(2 * ms);
    await late.catch(() => {});
    await sleep(ms);
  };

/** Gives way by messages between two calculations. */
const posting =
  (ms: number): Scene =>
  async ({ burn, log, at, now }) => {
    at(5 * ms, () => log('from outside'));
    for (let i = 0; i < 10; i++) {
      burn(ms);
      const { port1, port2 } = new MessageChannel();
      await new Promise((resolve) => {
        port2.once('message', resolve);
        port1.postMessage(i);
      });
      port1.close();
      log(`message at ${now()}`);
    }
  };

test('each has a time of its own', async () => {
  const wait = (ms: number) => async () => {
    const begun = Date.now();
    await new Promise((resolve) => setTimeout(resolve, ms));
    return [Date.now() - begun, performance.now(), Number(process.hrtime.bigint()) / 1e6];
  };
  const traces = await Promise.all([30, 7, 500].map((ms) => observe(wait(ms))));
  expect(traces.map(({ outcome }) => outcome)).toMatchObject([
    { kind: 'returned', at: 30, value: [30, 30, 30] },
    { kind: 'returned', at: 7, value: [7, 7, 7] },
    { kind: 'returned', at: 500, value: [500, 500, 500] },
  ]);
});

test('what goes astray is laid at the run that it comes from', async () => {
  const [a, b] = await Promise.all([observe(astray('a', 10)), observe(astray('b', 3))]);
  for (const [name, ms, { unhandled, uncaught }] of [['a', 10, a] as const, ['b', 3, b] as const]) {
    expect(said(uncaught)).toEqual([
      [0, `${name} tick`],
      [0, `${name} microtask`],
      [ms, `${name} timer`],
      [ms + 1, `${name} bound`],
    ]);
    expect(said(unhandled)).toEqual([
      [0, `${name} late`],
      [0, `${name} never`],
    ]);
    expect(unhandled.map(({ handledAt }) => handledAt)).toEqual([2 * ms, null]);
  }
});

test.each<[string, Scene[]]>([
  ['what goes astray', [astray('a', 10), astray('b', 3), astray('c', 10)]],
  ['messages', [posting(5), posting(3)]],
  ['messages beside what goes astray', [posting(4), astray('a', 10)]],
  [
    'a deadlock beside work',
    [() => new Promise(() => {}), ({ job }) => job('a', 10)(), ({ heartbeat }) => heartbeat(3)],
  ],
  [
    'an endless loop of timers beside work',
    [
      () =>
        new Promise(() => {
          const again = () => setTimeout(again, 1);
          again();
        }),
      ({ job }) => job('a', 10)(),
    ],
  ],
])('%s: together as in turn', async (_, scenes) => {
  expect(await together(...scenes)).toEqual(await inTurn(...scenes));
});

test('a short run does not wait for a long one', async () => {
  const ended: string[] = [];
  const timers = (name: string, count: number) =>
    observe(async ({ sleep }) => {
      for (let i = 0; i < count; i++) await sleep(1);
    }).then(() => ended.push(name));
  await Promise.all([timers('long', 3000), timers('short', 30), timers('shorter', 3)]);
  expect(ended).toEqual(['shorter', 'short', 'long']);
});

const inner: Scene = async ({ job, log }) => {
  setTimeout(() => log('timer of the inner'), 15);
  await Promise.allSettled([job('x', 20)(), job('y', 10, { fails: true })()]);
  return Date.now();
};

test('a run that another begins takes none of its time, and nothing happens there meanwhile', async () => {
  let seen: string | undefined;
  const { outcome, marks, silences } = await observe(async ({ log, sleep, now }) => {
    setTimeout(() => log('due at 10'), 10);
    setImmediate(() => log('immediate'));
    await sleep(10);
    setImmediate(() => log('next immediate'));
    seen = await asText(inner);
    log(`over at ${now()}, by the date at ${Date.now() % 1000}`);
    await sleep(5);
    return 'outer';
  });
  expect(seen).toBe(await asText(inner));
  expect(outcome).toMatchObject({ kind: 'returned', value: 'outer', at: 15 });
  expect(marks.map(({ at, line }) => [at, line])).toEqual([
    [0, 'immediate'],
    [10, 'due at 10'],
    [10, 'over at 10, by the date at 10'],
    [10, 'next immediate'],
  ]);
  expect(silences).toEqual([]);
});

test('one is begun in a callback of another, and nobody waits for it', async () => {
  const runs: Promise<Trace>[] = [];
  const outer: Scene = async ({ log, sleep }) => {
    setTimeout(() => {
      runs.push(observe(inner), observe(astray('b', 3)));
      log('begun');
    }, 5);
    await sleep(8);
  };
  expect((await observe(outer)).outcome).toMatchObject({ kind: 'returned', at: 8 });
  const [first, second] = (await Promise.all(runs)).map(traceAsText);
  expect([first, second]).toEqual(await inTurn(inner, astray('b', 3)));
});

test('what the inner one leaves, and fails with, is not laid at the outer one', async () => {
  let left: Trace | undefined;
  const outer = await observe(async ({ sleep }) => {
    const late = Promise.reject(nowhere('of the outer'));
    left = await observe(async (lab) => {
      setTimeout(() => {}, 100);
      await astray('of the inner', 3)(lab);
    });
    await sleep(1);
    await late.catch(() => {});
  });
  expect(left?.left.map(({ kind }) => kind).sort()).toEqual([
    'rejection',
    'rejection',
    'throw',
    'throw',
    'throw',
    'throw',
    'timer',
  ]);
  expect(said(outer.unhandled)).toEqual([[0, 'of the outer']]);
  expect([outer.uncaught, outer.timers]).toEqual([[], []]);
});

test('what one changes of what all share stays until the last is over, and is told of it', async () => {
  // As before each file of the lab's own tests: vitest has put its own ways out in their place, and what an earlier file
  // has changed is no change of these runs.
  keepProcess();
  enterWorld();
  const shared = globalThis as { kept?: string };
  const changing = observe(async ({ sleep }) => {
    const { at } = Array.prototype;
    Array.prototype.at = () => 'changed';
    shared.kept = 'here';
    for (let i = 0; i < 100; i++) await sleep(1);
    const found = [[].at(0), shared.kept];
    Array.prototype.at = at;
    Array.prototype.at = () => 'changed again';
    return found;
  });
  const [brief, long] = await Promise.all([observe(({ sleep }) => sleep(1)), changing]);
  expect(brief.left).toEqual([]);
  expect(long.outcome).toMatchObject({ value: ['changed', 'here'] });
  expect(long.left.map(({ what }) => what)).toEqual([
    'a change of globalThis.kept',
    'a change of Array.prototype.at',
  ]);
  expect([[7].at(0), shared.kept]).toEqual([7, undefined]);
});

testOfTheLab('a test has its runs in the order in which they were begun', async ({ record }) => {
  const ended: number[] = [];
  const counting = (count: number) =>
    observe(async ({ sleep }) => {
      for (let i = 0; i < count; i++) await sleep(1);
    }).then(() => ended.push(count));
  await Promise.all([300, 30, 3].map(counting));
  expect(ended).toEqual([3, 30, 300]);
  expect(record.observed.map(({ trace }) => trace.outcome.at)).toEqual([300, 30, 3]);
});

const STUCK = `export async function both(wait, isStuck) {
  await wait(5);
  while (isStuck);
  await wait(20);
  return 'done';
}
`;

const STUCK_SPEC = `import { expect, observe, test } from '#lab';
import { both } from './1-stuck.ts';

test('one of two never gives the thread back', async () => {
  const run = (isStuck) => observe(({ sleep }) => both(sleep, isStuck), { mayLeave: ['work'] });
  const traces = await Promise.all([run(false), run(true), run(false)]);
  expect(traces.map(({ outcome }) => [outcome.kind, outcome.at])).toEqual([
    ['returned', 25],
    ['stopped', 5],
    ['returned', 25],
  ]);
});
`;

test('code that never gives the thread back is stopped, and only its own run', async () => {
  const { root, remove } = createCourse({
    'katas/01-fates/1-stuck.ts': STUCK,
    'katas/01-fates/1-stuck.spec.ts': STUCK_SPEC,
  });
  const { stdout } = await runCommand(root, 'tutor/test');
  remove();
  expect(stdout).toContain('1 of 1 katas done');
});
