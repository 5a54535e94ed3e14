/**
 * What the lab is measured with, in a process of its own: so many timers, or jobs in flight, driven by
 * the lab with everything recorded, and by bare fake-timers. Prints the medians as JSON.
 */
import { createClock } from '@sinonjs/fake-timers';
import { install } from '../../lab/install.ts';
import { native } from '../../lab/node/native.ts';
import { observe } from '../../lab/run/observe.ts';
import { inTurns } from './ratio.ts';

/** Small loads are driven again and again until so many timers have fired. */
const AT_LEAST = 20_000;

type Load = (count: number) => Promise<unknown>;

/** Each at a ms of its own, set in another order than the one in which they are due. */
const delayOf = (i: number, count: number) => 1 + ((i * 7919) % count);

const loads: Record<'timers' | 'jobs', Record<'ours' | 'bare', Load>> = {
  timers: {
    ours: (count) =>
      observe(
        () =>
          new Promise<void>((resolve) => {
            let left = count;
            for (let i = 0; i < count; i++)
              setTimeout(() => --left === 0 && resolve(), delayOf(i, count));
          }),
      ),
    bare: async (count) => {
      const clock = createClock(0, count + 1);
      let left = count;
      for (let i = 0; i < count; i++) clock.setTimeout(() => left--, delayOf(i, count));
      await clock.runAllAsync();
    },
  },
  jobs: {
    ours: (count) =>
      observe(({ job }) =>
        Promise.all(Array.from({ length: count }, (_, i) => job(`job ${i}`, delayOf(i, count))())),
      ),
    bare: async (count) => {
      const clock = createClock(0, count + 1);
      const jobs = Array.from(
        { length: count },
        (_, i) =>
          new Promise((resolve) => clock.setTimeout(() => resolve(`JOB ${i}`), delayOf(i, count))),
      );
      await clock.runAllAsync();
      await Promise.all(jobs);
    },
  },
};

install();
const [kind, count, samples] = process.argv.slice(2);
const load = loads[kind as keyof typeof loads];
const size = Number(count);
const rounds = Math.max(1, Math.round(AT_LEAST / size));

const seconds = (drive: Load) => async () => {
  const started = native.performanceNow();
  for (let i = 0; i < rounds; i++) await drive(size);
  return (native.performanceNow() - started) / 1000 / rounds;
};
const medians = await inTurns(Number(samples), {
  ours: seconds(load.ours),
  bare: seconds(load.bare),
});
console.log(JSON.stringify(medians));
