/** The turns that the lab takes, against the real event loop. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test } from 'vitest';
import { native } from './native.ts';
import { deliver, eachTurn } from './turns.ts';

/** Counts the turns of the real event loop until `stop`. */
function countLoops() {
  let loops = 0;
  let handle = native.setImmediate(count);
  function count() {
    loops++;
    handle = native.setImmediate(count);
  }
  return {
    get loops() {
      return loops;
    },
    stop: () => native.clearImmediate(handle),
  };
}

test('what a turn queues has run before the next, ticks first', async () => {
  const log: string[] = [];
  let turns = 0;
  await eachTurn(() => {
    if (turns++ === 50) return undefined;
    const name = `${turns}`;
    return () => {
      queueMicrotask(() => log.push(`${name} microtask`));
      process.nextTick(() => {
        log.push(`${name} tick`);
        queueMicrotask(() => log.push(`${name} last`));
      });
    };
  });
  const each = (name: number) => [`${name} tick`, `${name} microtask`, `${name} last`];
  expect(log).toEqual(Array.from({ length: 50 }, (_, i) => each(i + 1)).flat());
});

test('when a tick throws, what else was queued comes before the next turn', async () => {
  const log: string[] = [];
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  process.on('uncaughtException', (error) => log.push(error.message));
  let turns = 0;
  await eachTurn(() => {
    if (turns++ === 20) return undefined;
    const name = `${turns}`;
    return () => {
      log.push(name);
      if (turns % 5 > 0) return;
      process.nextTick(() => {
        throw new Error(`${name} throws`);
      });
      process.nextTick(() => log.push(`${name} tick`));
      queueMicrotask(() => log.push(`${name} microtask`));
    };
  });
  process.removeAllListeners('uncaughtException');
  for (const listener of listeners) process.on('uncaughtException', listener);
  const fifth = ['5', '5 throws', '5 tick', '5 microtask', '6'];
  expect(log.slice(4, 9)).toEqual(fifth);
  expect(log).toHaveLength(20 + 4 * 3);
});

test('quick turns share a turn of the event loop', async () => {
  const counter = countLoops();
  let turns = 0;
  await eachTurn(() => (turns++ === 320 ? undefined : () => {}));
  counter.stop();
  expect(counter.loops).toBeLessThan(100);
});

test('slow turns let the event loop turn', async () => {
  const counter = countLoops();
  const loopOfTurn: number[] = [];
  await eachTurn(() => {
    if (loopOfTurn.length === 40) return undefined;
    return () => {
      loopOfTurn.push(counter.loops);
      for (const end = native.performanceNow() + 6; native.performanceNow() < end; );
    };
  });
  counter.stop();
  const most = Math.max(
    ...loopOfTurn.map((loop) => loopOfTurn.filter((other) => other === loop).length),
  );
  expect(most).toBeLessThanOrEqual(2);
});

test('what is delivered in a turn comes before the next', async () => {
  const log: string[] = [];
  let turns = 0;
  await eachTurn(() => {
    if (turns++ === 50) return undefined;
    const name = turns;
    log.push(`${name}`);
    return () => {
      if (name % 3 === 0) deliver(() => log.push(`sent in ${name}`));
    };
  });
  const expected = Array.from({ length: 50 }, (_, i) => i + 1).flatMap((name) =>
    name % 3 === 0 ? [`${name}`, `sent in ${name}`] : [`${name}`],
  );
  expect(log).toEqual(expected);
});

test.each([1, 5, 20])('ends with turn %i when it fails, and asks no more', async (last) => {
  let turns = 0;
  const failing = eachTurn(() => {
    turns++;
    return () => {
      if (turns === last) throw new Error('in the turn');
    };
  });
  await expect(failing).rejects.toThrow('in the turn');
  await new Promise((resolve) => native.setImmediate(resolve));
  expect(turns).toBe(last);
});

test.each([1, 5, 20])('ends when there is no turn %i, and asks no more', async (last) => {
  let turns = 0;
  await eachTurn(() => (++turns === last ? undefined : () => {}));
  await new Promise((resolve) => native.setImmediate(resolve));
  expect(turns).toBe(last);
});

/** Takes so many turns, and notes its name in each. */
const noting = (log: string[], name: string, turns: number) => {
  let left = turns;
  return eachTurn(() => (left-- === 0 ? undefined : () => log.push(name))).then(() => {
    log.push(`${name} over`);
  });
};

test('of several none waits for another, and each is alone again when they are over', async () => {
  const log: string[] = [];
  await Promise.all([noting(log, 'a', 300), noting(log, 'b', 3), noting(log, 'c', 100)]);
  expect(log.filter((line) => line.endsWith('over'))).toEqual(['b over', 'c over', 'a over']);
  for (const [name, count] of [['a', 300] as const, ['b', 3] as const, ['c', 100] as const])
    expect(log.filter((line) => line === name)).toHaveLength(count);
});

test('who comes in the midst of the last turn of another has turns, too', async () => {
  const log: string[] = [];
  const later: Promise<void>[] = [];
  let turns = 0;
  await eachTurn(() => {
    if (turns++ === 1) return undefined;
    return () => later.push(noting(log, 'later', 2));
  });
  await Promise.all(later);
  expect(log).toEqual(['later', 'later', 'later over']);
});

test('what one has queued runs in its own async context, and so do its turns', async () => {
  const names = new AsyncLocalStorage<string>();
  const log: string[] = [];
  const run = (name: string) =>
    names.run(name, () => {
      let turns = 0;
      return eachTurn(() => {
        log.push(`${name} in ${names.getStore()}`);
        if (turns++ === 40) return undefined;
        return () => process.nextTick(() => log.push(`${name} in ${names.getStore()}`));
      });
    });
  await Promise.all(['a', 'b', 'c'].map(run));
  expect(new Set(log)).toEqual(new Set(['a in a', 'b in b', 'c in c']));
});
