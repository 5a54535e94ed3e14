/** What `npm run bench` prints for people: each figure beside its floor and what is to be reached. */
import type { Style } from '../../text/style.ts';
import { renderTable } from '../../text/table.ts';
import type { Ratio } from './figures.ts';
import type { Install } from './install.ts';
import type { LabBench } from './lab.ts';
import type { Grown, Run } from './runs.ts';

/** A part that was not asked for is not there. */
export interface Bench {
  readonly first?: Run;
  readonly cold?: Run;
  readonly solved?: Run;
  readonly save?: Ratio;
  readonly prove?: Run;
  readonly all?: Run;
  readonly allSolved?: Run;
  readonly proveAll?: Run;
  readonly lab?: LabBench;
  readonly growth?: readonly Grown[];
  readonly install?: Install;
}

/** Whatever runs everything again has no target: nobody waits for it who has only changed a few things. */
const RUNS = [
  ['first', 'the first npm test of a clone', 'at most 1.25'],
  ['cold', 'npm test, as shipped', 'at most 1.15'],
  ['solved', 'npm test, all solved, one saved', 'at most 1.15'],
  ['save', 'from a save to its verdict', 'at most 0.6'],
  ['prove', 'npm run prove, one attempt saved', 'at most 1.25'],
  ['all', 'npm test -- --all, as shipped', ''],
  ['allSolved', 'npm test -- --all, all solved', ''],
  ['proveAll', 'npm run prove -- --all', ''],
] as const;

export function renderBench(bench: Bench, style: Style): string {
  const { lab, growth, install } = bench;
  const runs = RUNS.flatMap(([name, words, toReach]) => {
    const measured = bench[name];
    return measured ? [[words, ...cellsOf(measured), toReach]] : [];
  });
  return [
    runs.length > 0 && table(['', 'ours', 'floor', 'ratio', 'to reach'], runs, style),
    lab && renderLab(lab, style),
    growth && renderGrowth(growth, style),
    install && renderInstall(install),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function renderLab({ loads, growth }: LabBench, style: Style): string {
  const rows = loads.map(({ load, ours, bare, ratio }) => [
    load,
    ...[ours, bare].map((rate) => (rate === null ? '' : `${Math.round(rate)} a second`)),
    ratio?.toFixed(2) ?? '',
    ratio === null ? '' : 'at least 0.8',
  ]);
  const [ours, bare] = [growth.ours, growth.bare].map((times) => Number(times.toFixed(2)));
  return `${table(['the lab', 'ours', 'bare', 'ratio', 'to reach'], rows, style)}
Among the most, a timer takes ${ours} times as long; a bare one, ${bare}.`;
}

function renderGrowth(growth: readonly Grown[], style: Style): string {
  const cells = (run: Run, katas: number) => [
    ...cellsOf(run),
    `${((run.ours / katas) * 1000).toFixed(1)} ms`,
    `${Math.round(run.memory)} MiB`,
  ];
  const rows = growth.flatMap(({ katas, cold, solved, all, proveAll }) => [
    [`${katas} katas`, ...cells(cold, katas)],
    ['  solved, one saved', ...cells(solved, katas)],
    ['  --all', ...cells(all, katas)],
    ...(proveAll ? [['  proven, --all', ...cells(proveAll, katas)]] : []),
  ]);
  return table(['a course of', 'ours', 'floor', 'ratio', 'a kata', 'memory'], rows, style);
}

function renderInstall({ packages, megabytes, seconds }: Install): string {
  const took = seconds === null ? 'could not be run here' : `${seconds.toFixed(1)} s`;
  const size = Number(megabytes.toFixed(1));
  return `npm ci: ${packages} packages (at most 62), ${size} MB (at most 80), ${took}`;
}

function table(heads: string[], rows: string[][], style: Style): string {
  return renderTable([heads, ...rows], style, style.width);
}

function cellsOf({ ours, floor, ratio }: Ratio): string[] {
  return [`${ours.toFixed(2)} s`, `${floor.toFixed(2)} s`, ratio.toFixed(2)];
}
