/**
 * What the lab is measured with, in a process of its own: so many timers, or jobs in flight, driven by
 * the lab with everything recorded, and by bare fake-timers; threads of the lab, and of Node; and states of a program
 * of which all interleavings are tried. Prints the medians as JSON.
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Clock, createClock } from '@sinonjs/fake-timers';
import { interleave } from '../../lab/explore/interleavings/interleave.ts';
import { install } from '../../lab/install.ts';
import { native } from '../../lab/node/native.ts';
import { observe } from '../../lab/run/observe.ts';
import { started } from '../../start/started.mjs';
import { inTurns } from './figures.ts';

// This file is started as a command is, and has none in it.
started.hasRun = true;

/** As it is: in the lab, something else has its name. */
const RealWorker = Worker;

/** Small loads are driven again and again until so many timers have fired. */
const AT_LEAST = 20_000;

const [kind, count, samples] = process.argv.slice(2);
const size = Number(count);

/** Each at a ms of its own, set in another order than the one in which they are due. */
const delays = Array.from({ length: size }, (_, i) => 1 + ((i * 7919) % size));

const allFired = (set: (callback: () => void, delay: number) => unknown) =>
  new Promise<void>((resolve) => {
    let left = size;
    for (const delay of delays) set(() => --left === 0 && resolve(), delay);
  });

const onBareClock = (begin: (clock: Clock) => Promise<unknown>) => async () => {
  const clock = createClock(0, size + 1);
  const done = begin(clock);
  await clock.runAllAsync();
  await done;
};

/** One after another, each asked for one message. */
async function allAnswered(start: () => Worker): Promise<void> {
  for (let i = 0; i < size; i++) {
    const worker = start();
    await Promise.all([once(worker, 'message'), once(worker, 'exit')]);
  }
}

/** Two threads, each with so many steps: two for each addition. */
const racing = () => {
  const add = (_: object, memory: Int32Array) => {
    for (let i = 0; i < size; i++) (memory[0] as number) += 1;
  };
  return interleave({}, { cells: ['count'], threads: { A: add, B: add } });
};

interface Load {
  readonly rounds: number;
  readonly ours: () => Promise<unknown>;
  /** Where there is something to compare it with. */
  readonly bare?: () => Promise<unknown>;
  /** How many there are, if not as many as were asked for. */
  readonly count?: () => Promise<number>;
}

const rounds = Math.max(1, Math.round(AT_LEAST / size));

const loads: Record<string, Load> = {
  timers: {
    rounds,
    ours: () => observe(() => allFired(setTimeout)),
    bare: onBareClock((clock) => allFired(clock.setTimeout)),
  },
  jobs: {
    rounds,
    ours: () =>
      observe(({ job }) => Promise.all(delays.map((delay, i) => job(`job ${i}`, delay)()))),
    bare: onBareClock(({ setTimeout: set }) =>
      Promise.all(delays.map((ms, i) => new Promise((done) => set(() => done(`JOB ${i}`), ms)))),
    ),
  },
  workers: {
    rounds: 1,
    ours: () =>
      observe(({ program }) => {
        const file = program('cook', ({ parentPort }) => parentPort.postMessage('done'));
        return allAnswered(() => new Worker(file));
      }),
    bare: () =>
      allAnswered(
        () =>
          new RealWorker(`require('node:worker_threads').parentPort.postMessage('done')`, {
            eval: true,
          }),
      ),
  },
  states: {
    rounds: 1,
    ours: racing,
    count: async () => (await racing()).states.length,
  },
};

install();

const load = loads[kind as string] as Load;
const seconds = (drive: () => Promise<unknown>) => async () => {
  const started = native.performanceNow();
  for (let i = 0; i < load.rounds; i++) await drive();
  return (native.performanceNow() - started) / 1000 / load.rounds;
};
const { ours, floor } = await inTurns(
  Number(samples),
  seconds(load.ours),
  load.bare ? seconds(load.bare) : async () => Number.NaN,
);
const driven = (await load.count?.()) ?? size;
// NaN becomes null.
console.log(JSON.stringify({ driven, ours: driven / ours, bare: driven / floor }));
