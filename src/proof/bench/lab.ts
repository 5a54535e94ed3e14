/** The lab against bare fake-timers: how many timers it drives in a second of real time. */
import { HOME } from '../../course/home.ts';
import { commandOf, run } from './process.ts';
import { rounded } from './ratio.ts';

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
  const growth = (whose: 'ours' | 'bare') =>
    rounded((timers.at(-2)?.[whose] ?? 0) / (timers.at(-1)?.[whose] ?? 1), 2);
  return { loads: [...timers, jobs], growth: { ours: growth('ours'), bare: growth('bare') } };
}

async function drive(kind: 'timers' | 'jobs', size: number, samples: number): Promise<Driven> {
  const args = commandOf(HOME, 'proof/bench/lab-load', kind, String(size), String(samples));
  const { stdout } = await run(args, HOME, /"bare"/);
  const { ours, bare } = JSON.parse(stdout) as Record<'ours' | 'bare', number>;
  const rate = (seconds: number) => Math.round(size / seconds);
  return {
    load: kind === 'jobs' ? `${size} jobs in flight` : `${size} timers`,
    ours: rate(ours),
    bare: rate(bare),
    ratio: rounded(bare / ours, 2),
  };
}
