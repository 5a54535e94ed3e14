/** The lab against bare fake-timers, and its threads against those of Node: how many of each in a second of real time. */
import { HOME } from '../../course/home.ts';
import { commandOf, run } from './program.ts';

export interface Driven {
  readonly load: string;
  /** So many a second, with tracing on. */
  readonly ours: number;
  /** So many a second, by fake-timers' own `runAllAsync`, or by Node; null where there is nothing to compare it with. */
  readonly bare: number | null;
  readonly ratio: number | null;
}

export interface LabBench {
  readonly loads: readonly Driven[];
  /** How many times as long a timer takes among the most as among a tenth or a hundredth of them. */
  readonly growth: { readonly ours: number; readonly bare: number };
}

/** One after another: each has a turn of its own. */
const WORKERS = 20;

/** Additions of each of two threads: some thousand states. */
const ADDITIONS = 4;

/** What is compared with real threads takes as long as they do. */
const MOST_SAMPLES_OF_WORKERS = 3;

/** @param sizes how many timers; the jobs are as many as in the middle one */
export async function benchLab(samples: number, sizes: readonly number[]): Promise<LabBench> {
  const timers: Driven[] = [];
  for (const size of sizes)
    timers.push(await drive('timers', size, samples, (timers) => `${timers} timers`));
  const middle = sizes[Math.floor(sizes.length / 2)] as number;
  const jobs = await drive('jobs', middle, samples, (jobs) => `${jobs} jobs in flight`);
  const few = Math.min(samples, MOST_SAMPLES_OF_WORKERS);
  const workers = await drive('workers', WORKERS, few, (workers) => `${workers} workers`);
  const states = await drive(
    'states',
    ADDITIONS,
    samples,
    (states) => `${states} states of threads`,
  );
  const [fewer, most] = timers.slice(-2) as [Driven, Driven];
  const growth = { ours: fewer.ours / most.ours, bare: Number(fewer.bare) / Number(most.bare) };
  return { loads: [...timers, jobs, workers, states], growth };
}

async function drive(
  kind: 'timers' | 'jobs' | 'workers' | 'states',
  size: number,
  samples: number,
  nameOf: (driven: number) => string,
): Promise<Driven> {
  const args = commandOf(HOME, 'proof/bench/lab-load', kind, `${size}`, `${samples}`);
  const { printed } = await run(args, HOME, /"bare"/);
  const { driven, ours, bare } = JSON.parse(printed);
  return { load: nameOf(driven), ours, bare, ratio: bare === null ? null : ours / bare };
}
