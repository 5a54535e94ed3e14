/** What `npm run bench` prints for people: each figure beside its floor and what is to be reached. */
import type { Style } from '../../text/style.ts';
import { renderTable } from '../../text/table.ts';
import type { Grown } from './growth.ts';
import type { Install } from './install.ts';
import type { LabBench } from './lab.ts';
import type { Ratio } from './ratio.ts';

/** A part that was not asked for is not there. */
export interface Bench {
  readonly first?: Ratio;
  readonly cold?: Ratio;
  readonly solved?: Ratio;
  readonly save?: Ratio;
  readonly prove?: Ratio;
  readonly lab?: LabBench;
  readonly growth?: readonly Grown[];
  readonly install?: Install;
}

const RUNS = [
  ['first', 'the first npm test of a clone', undefined],
  ['cold', 'npm test, as shipped', 1.25],
  ['solved', 'npm test, all solved', 1.25],
  ['save', 'from a save to its verdict', 1.25],
  ['prove', 'npm run prove', 1.5],
] as const;

export function renderBench(bench: Bench, style: Style): string {
  return [
    tableOfRuns(bench, style),
    bench.lab && tableOfLab(bench.lab, style),
    bench.growth && tableOfGrowth(bench.growth, style),
    bench.install && lineOfInstall(bench.install),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function tableOfRuns(bench: Bench, style: Style): string | undefined {
  const rows = RUNS.flatMap(([name, words, most]) => {
    const measured = bench[name];
    return measured ? [[words, ...cellsOf(measured), most ? `at most ${most}` : '']] : [];
  });
  if (rows.length === 0) return undefined;
  return renderTable([['', 'ours', 'floor', 'ratio', 'to reach'], ...rows], style, style.width);
}

function tableOfLab({ loads, growth }: LabBench, style: Style): string {
  const rows = loads.map(({ load, ours, bare, ratio }) => [
    load,
    `${ours} a second`,
    `${bare} a second`,
    ratio.toFixed(2),
    'at least 0.8',
  ]);
  const table = renderTable(
    [['the lab', 'ours', 'bare', 'ratio', 'to reach'], ...rows],
    style,
    style.width,
  );
  const times = `Among the most, a timer takes ${growth.ours} times as long; a bare one, ${growth.bare}.`;
  return `${table}\n${times}`;
}

function tableOfGrowth(growth: readonly Grown[], style: Style): string {
  const rows = growth.flatMap(({ katas, cold, prove }) => [
    [`${katas} katas`, ...cellsOf(cold), perKata(cold.ours, katas), `${cold.memory} MiB`],
    ['  proven', ...cellsOf(prove), perKata(prove.ours, katas), `${prove.memory} MiB`],
  ]);
  const heads = ['a course of', 'ours', 'floor', 'ratio', 'a kata', 'memory'];
  return renderTable([heads, ...rows], style, style.width);
}

function lineOfInstall({ packages, megabytes, seconds }: Install): string {
  const took = seconds === null ? 'could not be run here' : `${seconds.toFixed(1)} s`;
  return `npm ci: ${packages} packages (at most 80), ${megabytes} MB (at most 120), ${took}`;
}

function cellsOf({ ours, floor, ratio }: Ratio): string[] {
  return [`${ours.toFixed(2)} s`, `${floor.toFixed(2)} s`, ratio.toFixed(2)];
}

function perKata(seconds: number, katas: number): string {
  return `${((seconds / katas) * 1000).toFixed(1)} ms`;
}
