/** The lab against bare fake-timers: how many timers it drives in a second of real time. */
import { HOME } from '../../course/home.ts';
import type { Ratio } from './figures.ts';
import { commandOf, run } from './program.ts';

export interface Driven {
  readonly load: string;
  /** Timers a second, with tracing on. */
  readonly ours: number;
  /** Timers a second, by fake-timers' own `runAllAsync`. */
  readonly bare: number;
  readonly ratio: number;
}

export interface LabBench {
  readonly loads: readonly Driven[];
  /** How many times as long a timer takes among the most as among a tenth or a hundredth of them. */
  readonly growth: { readonly ours: number; readonly bare: number };
}

/** @param sizes how many timers; the jobs are as many as in the middle one */
export async function benchLab(samples: number, sizes: readonly number[]): Promise<LabBench> {
  const timers: Driven[] = [];
  for (const size of sizes) timers.push(await drive('timers', size, samples));
  const middle = sizes[Math.floor(sizes.length / 2)] as number;
  const jobs = await drive('jobs', middle, samples);
  const [fewer, most] = timers.slice(-2) as [Driven, Driven];
  const growth = { ours: fewer.ours / most.ours, bare: fewer.bare / most.bare };
  return { loads: [...timers, jobs], growth };
}

async function drive(kind: 'timers' | 'jobs', size: number, samples: number): Promise<Driven> {
  const args = commandOf(HOME, 'proof/bench/lab-load', kind, `${size}`, `${samples}`);
  const { ours, floor, ratio }: Ratio = JSON.parse((await run(args, HOME, /"floor"/)).printed);
  const load = kind === 'jobs' ? `${size} jobs in flight` : `${size} timers`;
  return { load, ours: size / ours, bare: size / floor, ratio: 1 / ratio };
}
