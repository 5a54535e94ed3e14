import { judging } from '#lab';
import { check, type Sleep } from './1-sleep.ts';

/** Subjects look the timers up when they are called: by that time, a fake may stand there. */
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const { accepts, notices, andInItself } = judging<Sleep>(check, {
  right: () => wait,
  scene: async ({ call }, sleep) => {
    await call('sleep(20)', () => sleep(20));
    await call('sleep(50)', () => sleep(50));
  },
});

accepts('a promise around a timer', () => wait);

accepts('one that sleeps in two halves', () => async (ms) => {
  const half = Math.floor(ms / 2);
  await wait(half);
  await wait(ms - half);
});

accepts(
  'one that looks at the clock every ms',
  () => (ms) =>
    new Promise<void>((resolve) => {
      const until = Date.now() + ms;
      const looking = setInterval(() => {
        if (Date.now() < until) return;
        clearInterval(looking);
        resolve();
      }, 1);
    }),
);

accepts('one that fulfils with something', () => async (ms) => {
  await wait(ms);
  return ms;
});

notices('that it fulfils at once', () => async () => {});

notices('that it fulfils 1 ms early', () => (ms) => wait(ms - 1));

notices('that it fulfils 1 ms late', () => (ms) => wait(ms + 1));

notices('that it takes milliseconds for seconds', () => (ms) => wait(ms * 1000));

notices('that each call takes as long as the first one', () => {
  let first: number | undefined;
  return (ms) => {
    first ??= ms;
    return wait(first);
  };
});

notices('that it never settles', () => () => new Promise(() => {}));

notices('that it rejects', () => async (ms) => {
  await wait(ms);
  throw new Error('woken too early');
});

andInItself();
