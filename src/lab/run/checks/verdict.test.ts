import { createRequire } from 'node:module';
import { mock } from 'node:test';
import type * as FakeTimers from '@sinonjs/fake-timers';
import { expect, vi } from 'vitest';
import { test } from '../../test.ts';
import type * as Fakes from './fakes.ts';
import { refuseInChecks } from './fakes.ts';
import { type Check, tryCheck } from './verdict.ts';
import { sayHanging, sayLeftovers, sayRefusal, saySlippedThrough, sayWaiting } from './words.ts';

/**
 * A copy of its own: it keeps the timers that it finds when it is loaded, which are those of the lab in a kata. A test
 * of the tools that came before may have loaded it, or may have asked vitest for fakes, where the lab was not.
 */
const load = createRequire(import.meta.url);
delete load.cache[load.resolve('@sinonjs/fake-timers')];
const { install }: typeof FakeTimers = load('@sinonjs/fake-timers');

type Sleep = (ms: number) => Promise<void>;

const sleep: Sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

refuseInChecks(vi, expect);

const tried = (check: Check<Sleep>, subject: Sleep = sleep) => tryCheck(check, () => subject, vi);

/** Sleeps under fake timers, and is over in time. */
const faked: Check<Sleep> = async (subject) => {
  const clock = install();
  try {
    let isOver = false;
    void subject(50).then(() => {
      isOver = true;
    });
    await clock.tickAsync(50);
    expect(isOver).toBe(true);
  } finally {
    clock.uninstall();
  }
};

test('a check that resolves passes, and one that rejects refuses, at 0 ms of real time', async () => {
  const passed = await tried(faked);
  expect([passed.kind, passed.trace.outcome.at, passed.fakes]).toEqual(['passes', 0, []]);
  const refused = await tried(faked, () => sleep(51));
  expect([refused.kind, sayRefusal(refused, 'a late one')[0]]).toEqual([
    'refuses',
    'Your check rejects for a late one, which keeps the contract. It says: AssertionError: expected false to be true // Object.is equality',
  ]);
});

test('the clock of install() waits for turns that the lab knows of', async () => {
  const { kind, trace } = await tried(async (subject) => {
    const clock = install();
    try {
      void subject(50);
      for (let i = 0; i < 100; i++) await clock.tickAsync(1);
    } finally {
      clock.uninstall();
    }
  });
  expect([kind, trace.outcome.at]).toEqual(['passes', 0]);
});

test('nextTick may be faked, and nobody else meets the fake', async () => {
  const { nextTick } = process;
  const { kind, fakes } = await tried(async () => {
    const clock = install({ toFake: ['nextTick', 'setTimeout'] });
    const ran: string[] = [];
    process.nextTick(() => ran.push('tick'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(ran).toEqual([]);
    clock.runMicrotasks();
    expect(ran).toEqual(['tick']);
  });
  expect([kind, fakes]).toEqual(['passes', ['the fake timers of install()']]);
  expect(process.nextTick).toBe(nextTick);
});

test('a check that awaits what only it could bring about hangs', async () => {
  const verdict = await tried(async (subject) => {
    vi.useFakeTimers();
    await subject(50);
  });
  expect(verdict.kind).toBe('hangs');
  expect(verdict.fakes).toEqual(['the fake timers of vi.useFakeTimers()']);
  expect(sayHanging(verdict)[0]).toMatch(/^Your check hangs: /);
  expect(sayHanging(verdict)[1]).toMatch(/ \(setImmediate is fake, too\.\)$/);
  expect((await tried(faked)).kind).toBe('passes');
});

test('where it hangs, the fakes that are no timers are named', async () => {
  const verdict = await tried(async (subject) => {
    install();
    await subject(50);
  });
  expect(sayHanging(verdict)[1]).toMatch(
    / \(setImmediate, process\.nextTick and queueMicrotask are fake, too; `toFake` says which are to be\.\)$/,
  );
  const real = await tried(() => new Promise(() => {}));
  expect(sayHanging(real)[1]).toMatch(/ then look whether it has settled\.$/);
});

test('a check that loops is asked for a bound, and is not told to await the work', async () => {
  const verdict = await tried(async () => {
    for (;;) await new Promise((resolve) => setImmediate(resolve));
  });
  expect(sayHanging(verdict)).toEqual([
    'Your check was stopped: 50,000 immediates ran one after another, and nothing else happened. Does a loop in your check wait for something that never happens with this subject? Bound the loop.',
  ]);
});

test('a right one that was refused is told by its line and those that called it, and a question', async () => {
  const verdict = await tried(async () => {});
  const error = new Error('no bread');
  error.stack = `Error: no bread
    at Counter.look (/w/katas/a.ts:69:5)
    at node_modules/b.ts:1:2
    at async run (/w/katas/a.ts:105:7)
    at async Module.check (/w/katas/a.ts:95:7)
    at /w/katas/c.ts:1:2`;
  const refused = { ...verdict, kind: 'refuses', error } as const;
  const [, place, question] = sayRefusal(refused, 'a right one', 'Did you wait?');
  expect([place?.replace(/at .*\/w/, 'at '), question]).toEqual([
    'Thrown at /katas/a.ts:69 (called from lines 105, 95)',
    'Did you wait?',
  ]);
});

test('a check that waits for a real timer is told where and how long', async () => {
  const verdict = await tried((subject) => subject(50));
  expect(sayWaiting(verdict, 'a right one')).toEqual([
    'Your check waits: one run of it takes 50 ms of real time (with a right one).',
    expect.stringMatching(/^A real timer was set at 0 ms, due at 50 ms: it was not a fake timer\./),
  ]);
});

test.for<[string, () => void, string]>([
  ['vi', () => vi.useFakeTimers(), 'the fake timers of vi.useFakeTimers()'],
  ['install()', () => install(), 'the fake timers of install()'],
  ['a spy', () => vi.spyOn(Date, 'now').mockReturnValue(5), 'a fake of Date.now'],
])('what is left of %s is told, and taken away', async ([, fake, told]) => {
  const { setTimeout } = globalThis;
  const { now } = Date;
  const verdict = await tried(async () => {
    fake();
  });
  expect(sayLeftovers(verdict, 'a right one', true)[0]).toBe(
    `Your check has left ${told} in place, when it resolved (with a right one).`,
  );
  expect([globalThis.setTimeout, Date.now]).toEqual([setTimeout, now]);
  expect((await tried(faked)).kind).toBe('passes');
});

test('what is left of others is told by its name', async () => {
  const verdict = await tried(async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    process.on('unhandledRejection', () => {});
  });
  mock.timers.reset();
  const [told] = sayLeftovers(verdict, 'a right one', true);
  expect(told).toContain('globalThis.setTimeout');
  expect(told).toContain('the listeners of process for unhandledRejection');
});

test('a spy on a fake does not bring the fake back', async () => {
  const { setTimeout } = globalThis;
  const { changed } = await tried(async () => {
    vi.useFakeTimers();
    vi.spyOn(globalThis, 'setTimeout');
    vi.useRealTimers();
  });
  expect([changed, globalThis.setTimeout]).toEqual([[], setTimeout]);
});

test('a check may listen for rejections that no code handles', async () => {
  const heard: unknown[] = [];
  const { kind } = await tried(async () => {
    const listen = (error: unknown) => heard.push(error);
    process.on('unhandledRejection', listen);
    void Promise.reject('unheard');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', listen);
    expect(heard).toEqual(['unheard']);
  });
  expect(kind).toBe('passes');
});

test('a check may spy on them, and print the promises that no code handled', async () => {
  const { error } = await tried(async () => {
    const spy = vi.fn();
    process.on('unhandledRejection', spy);
    for (let i = 0; i < 20; i++) void Promise.reject('unheard');
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', spy);
    expect(spy).not.toHaveBeenCalled();
  });
  // Below Node 24, a promise knows the run that it belongs to, and that knows everything.
  expect(String(error).length).toBeLessThan(10_000);
});

test("vitest's own ways of waiting throw in a check, and nowhere else", async () => {
  const { error } = await tried(() => vi.waitFor(() => {}));
  expect(String(error)).toMatch(/^Error: vi.waitFor\(\) waits in real time: /);
  await vi.waitFor(() => {});
});

test('expect.soft throws in a check, which would resolve whatever it finds', async () => {
  const verdict = await tried(async () => expect.soft(1).toBe(2));
  expect(sayRefusal(verdict, 'a right one', 'Did you wait?')).toEqual([
    'Your check rejects for a right one, which keeps the contract. It says: expect.soft() does not throw where it fails, so your check would resolve. Use expect().',
  ]);
  expect.soft(1).toBe(1);
});

test('a refusal is known to a later copy of the lab', async () => {
  const { error } = await tried(async () => expect.soft(1).toBe(2));
  const later = './fakes.ts?later';
  const { isRefusal } = (await import(later)) as typeof Fakes;
  expect([isRefusal(error), isRefusal(new Error('another'))]).toEqual([true, false]);
});

test('an expectation that fails where no code awaits it is told', async () => {
  const verdict = await tried(async (subject) => {
    const clock = install();
    try {
      void subject(50).then(() => expect('over').toBe('pending'));
      await clock.tickAsync(50);
    } finally {
      clock.uninstall();
    }
  });
  expect([verdict.kind, saySlippedThrough(verdict, 'that it is over')[1]]).toEqual([
    'passes',
    "An expectation failed in it, in a promise that no code awaits, so that it does not count: AssertionError: expected 'over' to be 'pending' // Object.is equality",
  ]);
});

test.for<[string, Check<Sleep>, string]>([
  [
    'too late',
    async () => {
      const promise = Promise.reject(new Error('3'));
      await new Promise((resolve) => setImmediate(resolve));
      await promise.catch(() => {});
    },
    "A promise rejected with Error('3') while it had no handler (with a right one).",
  ],
  [
    'never',
    async () => {
      const promise = Promise.reject(new Error('3'));
      void promise.finally(() => {});
      await promise.catch(() => {});
    },
    "A promise rejected with Error('3'), and never had a handler (with a right one).",
  ],
])('a rejection that is handled %s is told', async ([, check, told]) => {
  expect(sayLeftovers(await tried(check), 'a right one', true)[0]).toBe(told);
});

test('one that nobody has written is known by its TODO', async () => {
  const verdict = await tried(async () => {
    throw new Error('TODO: write check()');
  });
  expect([verdict.kind, sayRefusal(verdict, 'any')]).toEqual([
    'untouched',
    ['TODO: write check()'],
  ]);
});
