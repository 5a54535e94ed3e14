import { eachReason, expect, observe, test } from '#lab';
import { Registry } from './3-registry.ts';

/** 'a' takes 20 ms; at its end it spawns 'b', and 'b' spawns 'c' (20 ms each): the last ends at 60. */
const family = () =>
  observe(
    async ({ job, log }) => {
      const [a, b, c] = [job('a', 20), job('b', 20), job('c', 20)];
      const registry = new Registry();
      registry.spawn('a', async () => {
        await a();
        registry.spawn('b', async () => {
          await b();
          registry.spawn('c', async () => void (await c()));
        });
      });
      log('main has spawned a');
      await registry.idle();
      log('all has ended');
    },
    { plan: { a: [0, 20], b: [20, 40], c: [40, 60] } },
  );

/** Each piece of work takes 1 ms and spawns the next one at its end, 40 in all. */
const generations = () =>
  observe(({ job }) => {
    const registry = new Registry();
    const step = job('step', 1);
    const spawn = (left: number) =>
      registry.spawn(`step ${left}`, async () => {
        await step();
        if (left > 1) spawn(left - 1);
      });
    spawn(40);
    return registry.idle();
  });

/** Only the call of spawn(): 'a' is still running when the scene ends. */
const spawned = () =>
  observe(
    ({ job, log }) => {
      const a = job<void>('a', 20);
      const registry = new Registry();
      const result: unknown = registry.spawn('a', () => {
        log('a begins');
        return a();
      });
      log('main goes on');
      return `spawn() returned ${result instanceof Promise ? 'a promise' : result}`;
    },
    { mayLeave: ['work'] },
  );

/** Fifty pieces of work at the same time. */
const many = () =>
  observe(
    ({ job, log }) => {
      const work = job<void>('work', 10);
      const registry = new Registry();
      let called = 0;
      const spawn = (name: string) =>
        registry.spawn(name, () => {
          called++;
          return work();
        });
      for (let i = 0; i < 50; i++) spawn(`work ${i}`);
      log(`${called} of 50 calls have called f`);
    },
    { mayLeave: ['work'] },
  );

/** 'a' takes 33 ms (a time that polling every 10 or 50 ms misses) and 'b' 20. */
const two = () =>
  observe(
    ({ job }) => {
      const registry = new Registry();
      registry.spawn('a', job<void>('a', 33));
      registry.spawn('b', job<void>('b', 20));
      return registry.idle();
    },
    { plan: { a: [0, 33], b: [0, 20] } },
  );

const empty = () => observe(() => new Registry().idle().then(() => 'idle'));

/** Waiting for the rest and unhandled rejections: each has its own test. */
const mayLeave: ('work' | 'rejection')[] = ['work', 'rejection'];

/** 'a' fails at 11 ms, 'b' at 17, and 'c' ends at 37. */
const failing = (how: { fails: true } | { failsWith: unknown } = { fails: true }) =>
  observe(
    ({ job }) => {
      const registry = new Registry();
      registry.spawn('a', job<void>('a', 11, how));
      registry.spawn('b', job<void>('b', 17, { fails: true }));
      registry.spawn('c', job<void>('c', 37));
      return registry.idle().then(() => ['idle', ...registry.running()]);
    },
    { mayLeave },
  );

/** Some work fails at 10 ms, and some in its call. No code calls idle(). */
const failingUnwatched = () =>
  observe(
    async ({ job, sleep }) => {
      const registry = new Registry();
      registry.spawn('a', job<void>('a', 10, { fails: true }));
      registry.spawn('b', () => Promise.reject(new Error('b failed')));
      await sleep(20);
    },
    { mayLeave },
  );

/** Three callers await the end of 'a' (20 ms), the last from 5 ms on. After that 'b' (20 ms) is spawned. */
const waiters = () =>
  observe(async ({ job, log, sleep }) => {
    const registry = new Registry();
    const wait = async () => {
      await registry.idle();
      log('one goes on');
    };
    registry.spawn('a', job<void>('a', 20));
    const early = [wait(), wait()];
    await sleep(5);
    await Promise.all([...early, wait()]);
    registry.spawn('b', job<void>('b', 20));
    await Promise.all([wait(), wait(), wait()]);
  });

/** 'a' ends at 30 ms, 'b' fails at 20. Logs the list before, inside the call of 'a', and until the end. */
const watched = () =>
  observe(
    ({ job, at, log, sleep }) => {
      const a = job<void>('a', 30);
      const b = job<void>('b', 20, { fails: true });
      const registry = new Registry();
      const look = () => log(registry.running().join(', ') || 'none');
      look();
      registry.spawn('a', () => {
        look();
        return a();
      });
      registry.spawn('b', b);
      for (const ms of [19, 20, 30]) at(ms, look);
      return sleep(40);
    },
    { mayLeave },
  );

/** 'a' (10 ms) spawns 'b' (20 ms) in its call, before it waits for anything. */
const nested = () =>
  observe(({ job, at, log, sleep }) => {
    const [a, b] = [job<void>('a', 10), job<void>('b', 20)];
    const registry = new Registry();
    registry.spawn('a', () => {
      registry.spawn('b', () => {
        log('b begins');
        return b();
      });
      log('a goes on');
      return a();
    });
    for (const ms of [5, 15]) at(ms, () => log(registry.running().join(', ') || 'none'));
    registry.idle().then(() => log('idle'));
    return sleep(30);
  });

/** 'a' ends at 10 ms, while 'b' is still running; then 'c' is spawned. */
const relieved = () =>
  observe(async ({ job, log, sleep }) => {
    const registry = new Registry();
    registry.spawn('a', job<void>('a', 10));
    registry.spawn('b', job<void>('b', 30));
    await sleep(15);
    registry.spawn('c', job<void>('c', 5));
    log(registry.running().join(', '));
    await registry.idle();
  });

/** Names that an object does not keep in this order, or that look like something else. */
const NAMES = ['', '2', 'a, b', '1', 'Mail', '__proto__', 'constructor', ' '];

const oddlyNamed = () =>
  observe(async ({ job }) => {
    const registry = new Registry();
    for (const name of NAMES) registry.spawn(name, job<void>('a', 10));
    const list = [...registry.running()];
    await registry.idle();
    return [...list, registry.running().length];
  });

/** Two downloads with a mail (40 ms) between them. */
const namesakes = (first: number, second: number) =>
  observe(({ job, at, log, sleep }) => {
    const registry = new Registry();
    registry.spawn('download', job<void>('a', first));
    registry.spawn('mail', job<void>('b', 40));
    registry.spawn('download', job<void>('c', second));
    for (const ms of [1, 21, 31]) at(ms, () => log(registry.running().join(', ') || 'none'));
    return sleep(50);
  });

/** One function (20 ms) is spawned at 0 and at 5 ms; two others return one promise (10 ms). */
const shared = () =>
  observe(async ({ job, at, log, sleep }) => {
    const registry = new Registry();
    const a = job<void>('a', 20);
    const b = job<void>('b', 10)();
    for (const ms of [7, 15, 22]) at(ms, () => log(registry.running().join(', ')));
    registry.spawn('one', a);
    registry.spawn('two', () => b);
    registry.spawn('three', () => b);
    await sleep(5);
    registry.spawn('four', a);
    await registry.idle();
    log('idle');
  });

/** The caller changes the list, while 'a' and 'b' are running. */
const changed = () =>
  observe(async ({ job, sleep }) => {
    const registry = new Registry();
    registry.spawn('a', job<void>('a', 10));
    registry.spawn('b', job<void>('b', 20));
    registry.running().splice(0, 1, 'c', 'd');
    const list = registry.running();
    await sleep(40);
    return list;
  });

/** 'a' (30 ms) runs in one registry and 'b' (10 ms) in another one. */
const twoRegistries = () =>
  observe(async ({ job, log }) => {
    const [first, second] = [new Registry(), new Registry()];
    first.spawn('a', job<void>('a', 30));
    second.spawn('b', job<void>('b', 10));
    log(`${first.running()} in the first, ${second.running()} in the second`);
    const ended = first.idle().then(() => log('the first is idle'));
    await second.idle();
    log('the second is idle');
    await ended;
  });

/** A list from the time when 'a' and 'b' were running, returned when both have ended. */
const kept = () =>
  observe(async ({ job, sleep }) => {
    const registry = new Registry();
    registry.spawn('a', job<void>('a', 10));
    registry.spawn('b', job<void>('b', 20));
    const list = registry.running();
    await sleep(40);
    return list;
  });

test('idle() waits for work that is spawned meanwhile', async () => {
  const trace = await family();
  expect(trace).toRunAsPlanned();
  expect(trace).toTake(60);
  expect(await generations()).toTake(40, 'Work may spawn more work, again and again.');
});

test('spawn() calls f synchronously, returns undefined, and does not wait for it', async () => {
  const trace = await spawned();
  expect(trace).toLogInTheCall('a begins', 'main goes on');
  expect(trace).toGive(
    'spawn() returned undefined',
    'A caller that awaits what spawn() returns would wait for the work.',
  );
  expect(await many()).toLog(
    [0, '50 of 50 calls have called f'],
    'Each call calls f, however much work is running.',
  );
});

test('idle() fulfils when the last work has ended, without a timer', async () => {
  const trace = await two();
  expect(trace).toRunAsPlanned();
  expect(trace).toTake(33);
  expect(trace).toSetTimers(0);
});

test('idle() fulfils immediately when nothing is running', async () => {
  const trace = await empty();
  expect(trace).toGive('idle', 'idle() returns a promise, also when there is nothing to wait for.');
  expect(trace).toTake(0);
});

test('idle() waits for the rest when some work fails, and fulfils', async () => {
  const ended = 'Work that has failed has ended, too: wait for the rest.';
  const trace = await failing();
  expect(trace).toGive(['idle'], ended);
  expect(trace).toTake(37);
  await eachReason(['a'], async ({ a }) => {
    expect(await failing({ failsWith: a })).toGive(
      ['idle'],
      `${ended} It may fail with any error. Then it is not in the list any more.`,
    );
  });
});

test('causes no unhandled rejection when some work fails', async () => {
  expect(await failing()).toLeaveNothing(['work']);
  expect(await failingUnwatched()).toLeaveNothing();
});

test('several callers can await idle(), and await it again later', async () => {
  expect(await waiters()).toLog(
    [20, 'one goes on'],
    [20, 'one goes on'],
    [20, 'one goes on'],
    [40, 'one goes on'],
    [40, 'one goes on'],
    [40, 'one goes on'],
    'Does each call of idle() wait for all work that is running at that time? A promise that has fulfilled stays fulfilled.',
  );
});

test('running() returns the names of the running work at every moment', async () => {
  expect(await watched()).toLog(
    [0, 'none'],
    [0, 'a'],
    [19, 'a, b'],
    [20, 'a'],
    [30, 'none'],
    'A name is in the list from before f is called until its work has ended, also when it fails. The first spawned is the first in the list.',
  );
  expect(await nested()).toLog(
    [0, 'b begins'],
    [0, 'a goes on'],
    [5, 'a, b'],
    [15, 'b'],
    [20, 'idle'],
    "Here 'a' spawns 'b' before its own call has returned. Does your code call both, and still know which work is which?",
  );
});

test('running() returns the names unchanged, in the order in which the work was spawned', async () => {
  expect(await oddlyNamed()).toGive(
    [...NAMES, 0],
    'Any text may be a name. An object puts keys like 1 and 2 first, and has some of its own.',
  );
  expect(await relieved()).toLog(
    [15, 'b, c'],
    "'c' was spawned after 'b'. Does it take the place of 'a', which has ended?",
  );
});

test('running() lists a name once for each piece of work that has it', async () => {
  const apart =
    'Two pieces of work may have the same name. How does your code tell them apart, and keep their order?';
  expect(await namesakes(30, 20)).toLog(
    [1, 'download, mail, download'],
    [21, 'download, mail'],
    [31, 'mail'],
    apart,
  );
  expect(await namesakes(20, 30)).toLog(
    [1, 'download, mail, download'],
    [21, 'mail, download'],
    [31, 'mail'],
    apart,
  );
  expect(await shared()).toLog(
    [7, 'one, two, three, four'],
    [15, 'one, four'],
    [22, 'four'],
    [25, 'idle'],
    'Two pieces of work may also have the same function, or the same promise.',
  );
});

test('running() returns a list that belongs to its caller', async () => {
  expect(await kept()).toGive(
    ['a', 'b'],
    'The list was returned while both were running. Has it changed since? Return a copy.',
  );
  expect(await changed()).toGive(
    ['a', 'b'],
    'The caller has changed an earlier list. That changes nothing in the registry: return a copy.',
  );
});

test('keeps two registries apart', async () => {
  expect(await twoRegistries()).toLog(
    [0, 'a in the first, b in the second'],
    [10, 'the second is idle'],
    [30, 'the first is idle'],
    'Does your code keep something outside of the instance? All registries share that.',
  );
});
