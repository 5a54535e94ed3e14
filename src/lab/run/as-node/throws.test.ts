/** What no code catches: Node comes to the next callback of a phase before it runs what the thrower had queued. */
import { testBothWays } from '../../../testing/both-ways.ts';

testBothWays({
  'in a timer': async ({ log, sleep }) => {
    setTimeout(() => {
      log('first');
      queueMicrotask(() => log('microtask'));
      process.nextTick(() => log('tick'));
      throw new Error('thrown');
    }, 10);
    setTimeout(() => {
      log('second');
      queueMicrotask(() => log('microtask of the second'));
    }, 10);
    setTimeout(() => log('third'), 10);
    await sleep(30);
  },
  'in late timers of different delays': async ({ log, burn, sleep }) => {
    for (const ms of [10, 12, 14])
      setTimeout(() => {
        log(`due at ${ms}`);
        queueMicrotask(() => log(`microtask of ${ms}`));
        if (ms !== 14) throw new Error(`of ${ms}`);
      }, ms);
    burn(30);
    await sleep(30);
  },
  'in an immediate': async ({ log, sleep }) => {
    setImmediate(() => {
      log('first');
      queueMicrotask(() => log('microtask'));
      process.nextTick(() => log('tick'));
      setImmediate(() => log('of the next iteration'));
      throw new Error('thrown');
    });
    setImmediate(() => log('second'));
    setImmediate(() => log('third'));
    await sleep(30);
  },
  'in the last of a phase': async ({ log, sleep }) => {
    setTimeout(() => {
      queueMicrotask(() => log('microtask'));
      setImmediate(() => log('immediate'));
      throw new Error('thrown');
    }, 10);
    await sleep(30);
  },
  'in a tick': async ({ log, sleep }) => {
    setTimeout(() => {
      log('first');
      process.nextTick(() => {
        throw new Error('thrown');
      });
      process.nextTick(() => log('tick'));
      queueMicrotask(() => log('microtask'));
    }, 10);
    setTimeout(() => log('second'), 10);
    await sleep(30);
  },
  'in a tick of an immediate': async ({ log, sleep }) => {
    setImmediate(() => {
      process.nextTick(() => {
        throw new Error('thrown');
      });
      process.nextTick(() => log('tick'));
    });
    setImmediate(() => log('second'));
    await sleep(30);
  },
  'in a tick of the last timer, against an immediate': async ({ log, sleep }) => {
    setTimeout(() => {
      setImmediate(() => log('immediate'));
      setImmediate(() => log('second immediate'));
      process.nextTick(() => {
        throw new Error('thrown');
      });
      process.nextTick(() => log('tick'));
      process.nextTick(() => {
        throw new Error('thrown again');
      });
      process.nextTick(() => log('second tick'));
    }, 10);
    await sleep(30);
  },
  'in a tick of the first of two timers, against an immediate': async ({ log, sleep }) => {
    setTimeout(() => {
      setImmediate(() => log('immediate'));
      process.nextTick(() => {
        throw new Error('thrown');
      });
      process.nextTick(() => log('tick'));
    }, 10);
    setTimeout(() => log('second'), 10);
    await sleep(30);
  },
  'in a tick after an await, against an immediate': async ({ log, sleep }) => {
    await sleep(5);
    setImmediate(() => log('immediate'));
    process.nextTick(() => {
      throw new Error('thrown');
    });
    process.nextTick(() => log('tick'));
    await sleep(30);
  },
  'in a microtask': async ({ log, sleep }) => {
    setTimeout(() => {
      queueMicrotask(() => {
        throw new Error('thrown');
      });
      queueMicrotask(() => log('microtask'));
    }, 10);
    setTimeout(() => log('second'), 10);
    await sleep(30);
  },
  'in a listener of messages, against immediates': async ({ log, sleep }) => {
    const { port1, port2 } = new MessageChannel();
    port2.on('message', () => {
      setImmediate(() => log('first'));
      setImmediate(() => log('second'));
      process.nextTick(() => log('tick'));
      queueMicrotask(() => log('microtask'));
      throw new Error('thrown');
    });
    port1.postMessage(1);
    await sleep(20);
    port1.close();
  },
  'in an interval, which goes on': async ({ log, sleep }) => {
    let times = 0;
    const interval = setInterval(() => {
      log(`time ${++times}`);
      if (times === 2) clearInterval(interval);
      throw new Error(`thrown ${times}`);
    }, 10);
    await sleep(40);
  },
  'a rejection without a handler, against what comes next': async ({ log, sleep }) => {
    setTimeout(() => {
      Promise.reject(new Error('no handler'));
      queueMicrotask(() => log('microtask'));
    }, 10);
    setTimeout(() => log('second'), 10);
    await sleep(30);
  },
});
