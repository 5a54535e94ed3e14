// A log of each scene, with the ms at which it happened, compared whole. The clock is that of install().
import { equal } from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { install } from '@sinonjs/fake-timers';

type TimeLimit = (
  work: (signal: AbortSignal) => Promise<unknown>,
  ms: number,
  signal?: AbortSignal,
) => Promise<unknown>;

interface Scene {
  /** When the work settles by itself, and how; and what it does when it is told to stop. */
  readonly at?: number;
  readonly fails?: boolean;
  readonly obeys?: boolean;
  /** When the caller aborts. */
  readonly abortsAt?: number;
}

const scenes: readonly (readonly [Scene, string])[] = [
  [{ at: 10 }, '0 work, 10 fulfils with page, 0 timers, 0 listeners'],
  [{ at: 10, fails: true }, '0 work, 10 rejects with itself, 0 timers, 0 listeners'],
  [{}, '0 work, 30 told, 30 rejects with Error: time is up, 0 timers, 0 listeners'],
  [{ obeys: true }, '0 work, 30 told, 30 rejects with Error: time is up, 0 timers, 0 listeners'],
  [
    { at: 60, fails: true },
    '0 work, 30 told, 30 rejects with Error: time is up, 0 timers, 0 listeners',
  ],
  [{ abortsAt: 12 }, '0 work, 12 told, 12 rejects with the caller, 0 timers, 0 listeners'],
  [
    { abortsAt: 12, obeys: true },
    '0 work, 12 told, 12 rejects with the caller, 0 timers, 0 listeners',
  ],
  [{ abortsAt: 0 }, '0 rejects with the caller, 0 timers, 0 listeners'],
];

export async function check(timeLimit: TimeLimit): Promise<void> {
  const clock = install();
  const unhandled: unknown[] = [];
  const listen = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', listen);
  try {
    for (const [scene, expected] of scenes) {
      const log = await play(timeLimit, scene, clock);
      // The order of these two is free.
      equal(log.sort((a, b) => rank(a) - rank(b)).join(', '), expected);
    }
    equal(unhandled.length, 0);
  } finally {
    process.off('unhandledRejection', listen);
    clock.uninstall();
  }
}

const rank = (line: string) =>
  ['work', 'told', 'with', 'timers', 'listeners'].findIndex((word) => line.includes(word));

async function play(
  timeLimit: TimeLimit,
  { at, fails, obeys, abortsAt }: Scene,
  clock: ReturnType<typeof install>,
): Promise<string[]> {
  const start = clock.now;
  const log: string[] = [];
  const note = (what: string) => log.push(`${clock.now - start} ${what}`);
  const itself = new Error('itself');
  const caller = new AbortController();
  const reason = new Error('the caller');
  if (abortsAt === 0) caller.abort(reason);
  let settle = () => {};
  const work = (signal: AbortSignal) =>
    new Promise((resolve, reject) => {
      note('work');
      settle = () => (fails ? reject(itself) : resolve('page'));
      signal.addEventListener('abort', () => {
        note('told');
        if (obeys) reject(new Error('stopped'));
      });
    });
  timeLimit(work, 30, caller.signal).then(
    (value) => note(`fulfils with ${value}`),
    (error) => note(`rejects with ${[itself, reason].includes(error) ? error.message : error}`),
  );
  for (let ms = 0; ms < 100; ms++) {
    if (ms === at) settle();
    if (ms === abortsAt) caller.abort(reason);
    await clock.tickAsync(1);
    if (log.some((line) => line.includes('with')) && !log.some((line) => line.includes('timers')))
      log.push(
        `${clock.countTimers()} timers`,
        `${getEventListeners(caller.signal, 'abort').length} listeners`,
      );
  }
  return log;
}
