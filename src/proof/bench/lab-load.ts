/**
 * What the lab is measured with, in a process of its own: so many timers, or jobs in flight, driven by
 * the lab with everything recorded, and by bare fake-timers. Prints the medians as JSON.
 */
import { type Clock, createClock } from '@sinonjs/fake-timers';
import { install } from '../../lab/install.ts';
import { native } from '../../lab/node/native.ts';
import { observe } from '../../lab/run/observe.ts';
import { started } from '../../start/started.mjs';
import { inTurns } from './figures.ts';

// This file is started as a command is, and has none in it.
started.hasRun = true;

/** Small loads are driven again and again until so many timers have fired. */
const AT_LEAST = 20_000;

const [kind, count, samples] = process.argv.slice(2);
const size = Number(count);
const rounds = Math.max(1, Math.round(AT_LEAST / size));

/** Each at a ms of its own, set in another order than the one in which they are due. */
const delays = Array.from({ length: size }, (_, i) => 1 + ((i * 7919) % size));

const allFired = (set: (callback: () => void, delay: number) => unknown) =>
  new Promise<void>((resolve) => {
    let left = size;
    for (const delay of delays) set(() => --left === 0 && resolve(), delay);
  });

const loads = {
  timers: {
    ours: () => observe(() => allFired(setTimeout)),
    bare: (clock: Clock) => allFired(clock.setTimeout),
  },
  jobs: {
    ours: () =>
      observe(({ job }) => Promise.all(delays.map((delay, i) => job(`job ${i}`, delay)()))),
    bare: ({ setTimeout: set }: Clock) =>
      Promise.all(delays.map((ms, i) => new Promise((done) => set(() => done(`JOB ${i}`), ms)))),
  },
};

install();
const load = loads[kind as keyof typeof loads];

const seconds = (drive: () => Promise<unknown>) => async () => {
  const started = native.performanceNow();
  for (let i = 0; i < rounds; i++) await drive();
  return (native.performanceNow() - started) / 1000 / rounds;
};
const bare = async () => {
  const clock = createClock(0, size + 1);
  const done = load.bare(clock);
  await clock.runAllAsync();
  await done;
};
const ratio = await inTurns(Number(samples), seconds(load.ours), seconds(bare));
console.log(JSON.stringify(ratio));
