/** The turns that the lab takes, against the real event loop. */
import { expect, test } from 'vitest';
import { native } from './native.ts';
import { AFTER_POLL, eachTurn, IN_POLL } from './turns.ts';

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

test('turns come before and after the messages of others, and a port that is closed is so at the end', async () => {
  const log: string[] = [];
  const { port1, port2 } = new MessageChannel();
  port2.addEventListener('message', (event) => log.push(`message ${(event as MessageEvent).data}`));
  port2.start();
  let turns = 0;
  const say = (line: string) => () => void log.push(line);
  await eachTurn(() => {
    switch (turns++ % 5) {
      case 0:
        return turns > 10 ? undefined : say('immediate');
      case 1:
        return IN_POLL;
      case 2:
        return () => {
          log.push('timer');
          port1.postMessage(turns);
        };
      case 3:
        return say('timer');
      default:
        return AFTER_POLL;
    }
  });
  port1.close();
  const one = (sent: number) => ['immediate', 'timer', 'timer', `message ${sent}`];
  expect(log).toEqual([...one(3), ...one(8)]);
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
