import { expect, observe, test } from '#lab';
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

/** Only the call of spawn(): 'a' is still running when the scene ends. */
const spawned = () =>
  observe(
    ({ job, log }) => {
      const a = job<void>('a', 20);
      const registry = new Registry();
      registry.spawn('a', () => {
        log('a begins');
        return a();
      });
      log('main goes on');
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

/** 'a' fails at 10 ms, 'b' ends at 30. */
const failing = () =>
  observe(
    ({ job }) => {
      const registry = new Registry();
      registry.spawn('a', job<void>('a', 10, { fails: true }));
      registry.spawn('b', job<void>('b', 30));
      return registry.idle().then(() => 'idle');
    },
    { mayLeave },
  );

/** Two callers await the end of 'a' (20 ms). After that 'b' (20 ms) is spawned, and both wait again. */
const waiters = () =>
  observe(async ({ job, log }) => {
    const registry = new Registry();
    const wait = async () => {
      await registry.idle();
      log('one goes on');
    };
    registry.spawn('a', job<void>('a', 20));
    await Promise.all([wait(), wait()]);
    registry.spawn('b', job<void>('b', 20));
    await Promise.all([wait(), wait()]);
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
      for (const ms of [19, 21, 31]) at(ms, look);
      return sleep(40);
    },
    { mayLeave },
  );

/** Two downloads with a mail between them; the second download (20 ms) ends before the first (30). */
const namesakes = () =>
  observe(({ job, at, log, sleep }) => {
    const registry = new Registry();
    registry.spawn('download', job<void>('a', 30));
    registry.spawn('mail', job<void>('b', 40));
    registry.spawn('download', job<void>('c', 20));
    for (const ms of [1, 21, 31]) at(ms, () => log(registry.running().join(', ') || 'none'));
    return sleep(50);
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
});

test('spawn() calls f synchronously, and does not wait for it', async () => {
  expect(await spawned()).toLogInTheCall('a begins', 'main goes on');
});

test('idle() fulfils when the last work has ended', async () => {
  const trace = await two();
  expect(trace).toRunAsPlanned();
  expect(trace).toTake(33);
});

test('idle() fulfils immediately when nothing is running', async () => {
  const trace = await empty();
  expect(trace).toGive('idle', 'idle() returns a promise, also when there is nothing to wait for.');
  expect(trace).toTake(0);
});

test('idle() waits for the rest when some work fails, and fulfils', async () => {
  const trace = await failing();
  expect(trace).toGive('idle', 'Work that has failed has ended, too: wait for the rest.');
  expect(trace).toTake(30);
});

test('causes no unhandled rejection when some work fails', async () => {
  expect(await failing()).toLeaveNothing(['work']);
});

test('several callers can await idle(), and await it again later', async () => {
  expect(await waiters()).toLog(
    [20, 'one goes on'],
    [20, 'one goes on'],
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
    [21, 'a'],
    [31, 'none'],
    'Is a name in the list from before f is called until its work has ended, also when it fails?',
  );
});

test('running() lists a name once for each piece of work that has it', async () => {
  expect(await namesakes()).toLog(
    [1, 'download, mail, download'],
    [21, 'download, mail'],
    [31, 'mail'],
    'Two pieces of work may have the same name. How does your code tell them apart?',
  );
});

test('running() returns a list that does not change afterwards', async () => {
  expect(await kept()).toGive(
    ['a', 'b'],
    'The list was returned while both were running. Has it changed since? Return a copy.',
  );
});
