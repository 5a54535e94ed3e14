/**
 * Timers and immediates, as Node has them.
 *
 * Not asserted, since Nodes are not of one mind: after a burn, a timer that is set in a microtask lets timers
 * that became due run before the immediates on Node 20 (22 to 26, and the lab: immediates first); what
 * `clearImmediate` does to a timeout.
 */
import { testBothWays } from '../../../testing/both-ways.ts';

testBothWays({
  'an interval counts from the start of its callback': async ({ log, burn, sleep }) => {
    const interval = setInterval(() => {
      log('interval');
      burn(15);
    }, 30);
    setTimeout(() => log('timer'), 67);
    await sleep(100);
    clearInterval(interval);
  },
  'an interval that burns longer than its time': async ({ log, burn, sleep }) => {
    let beats = 0;
    const interval = setInterval(() => {
      log('interval');
      setImmediate(() => log('immediate'));
      burn(25);
      if (++beats === 3) clearInterval(interval);
    }, 10);
    await sleep(120);
  },
  'late timers of one delay fire together': async ({ log, burn, sleep }) => {
    setTimeout(() => log('20, set at 0'), 20);
    setTimeout(() => log('24, set at 0'), 24);
    await sleep(10);
    setTimeout(() => log('20, set at 10'), 20);
    burn(50);
    await sleep(30);
  },
  'equal times, in the order in which they were set': async ({ log, sleep }) => {
    for (const name of ['a', 'b', 'c']) setTimeout(() => log(name), 10);
    setTimeout(() => log('d'), 0);
    setTimeout(() => log('e'), 1);
    await sleep(30);
  },
  'refresh takes the last place': async ({ log, sleep }) => {
    const a = setTimeout(() => log('a'), 10);
    setTimeout(() => log('b'), 10);
    a.refresh();
    await sleep(30);
  },
  'refresh of one that has fired, or that was cleared': async ({ log, sleep }) => {
    const cleared = setTimeout(() => log('cleared'), 5);
    clearTimeout(cleared);
    cleared.refresh();
    const fired = setTimeout(() => log('fired'), 5);
    await sleep(15);
    fired.refresh();
    await sleep(15);
    clearTimeout(fired);
    fired.refresh();
    await sleep(15);
  },
  'refresh in its own callback': async ({ log, sleep }) => {
    let times = 0;
    const timer = setTimeout(() => {
      log(`timer ${++times}`);
      if (times < 3) timer.refresh();
    }, 10);
    await sleep(60);
  },
  'refresh of an interval in its callback, after a burn': async ({ log, burn, sleep }) => {
    const interval = setInterval(() => {
      log('interval');
      burn(10);
      interval.refresh();
    }, 30);
    setTimeout(() => log('65'), 65);
    setTimeout(() => log('75'), 75);
    await sleep(100);
    clearInterval(interval);
  },
  'clearTimeout and clearInterval do nothing to an immediate': async ({ log, sleep }) => {
    const immediate = setImmediate(() => log('immediate'));
    clearTimeout(immediate as never);
    clearInterval(immediate as never);
    await sleep(5);
  },
  'clearing from a callback of the same phase': async ({ log, burn, sleep }) => {
    setTimeout(() => {
      log('a');
      clearTimeout(b);
      clearImmediate(second);
    }, 10);
    const b = setTimeout(() => log('b'), 10);
    setTimeout(() => log('c'), 10);
    setImmediate(() => {
      log('first');
      clearImmediate(second);
    });
    const second = setImmediate(() => log('second'));
    setImmediate(() => log('third'));
    burn(1);
    await sleep(30);
  },
  'by number, which is known only while the timer is set': async ({ log, sleep }) => {
    const number = Number(setTimeout(() => log('by number'), 5));
    clearTimeout(number);
    clearTimeout(String(+setTimeout(() => log('by string'), 5)) as never);
    const interval = +setInterval(() => {
      log('interval');
      clearInterval(interval);
    }, 5);
    await sleep(20);
  },
  'what a callback and a delay may be': async ({ log, sleep }) => {
    const attempt = (f: () => unknown) => {
      try {
        f();
        log('no error');
      } catch (error) {
        log(
          `${(error as Error).name} ${(error as { code?: string }).code}: ${(error as Error).message}`,
        );
      }
    };
    const set: readonly ((...args: never[]) => unknown)[] = [setTimeout, setInterval, setImmediate];
    for (const f of set)
      for (const bad of [undefined, null, 5, 'text', {}]) attempt(() => f(bad as never));
    for (const bad of [10n, Symbol('ten')]) attempt(() => setTimeout(() => {}, bad as never));
    attempt(() => setTimeout(() => log('text'), '5' as never));
    await sleep(20);
  },
  'what comes due while a timer burns waits for the immediates': async ({ log, burn, sleep }) => {
    setTimeout(() => {
      log('timer');
      setImmediate(() => log('immediate'));
      burn(30);
    }, 10);
    setTimeout(() => log('late'), 20);
    await sleep(60);
  },
  'immediates that are set by immediates, against a late timer': async ({ log, burn, sleep }) => {
    setTimeout(() => log('timer'), 10);
    setImmediate(() => {
      log('one');
      setImmediate(() => log('three'));
      burn(30);
    });
    setImmediate(() => log('two'));
    await sleep(40);
  },
});
