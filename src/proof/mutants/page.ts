import { count } from '../../text/english.ts';
import type { OfKata, Survivor, Tried } from './try.ts';

/** A line a kata, then the survivors, the problems, and the verdict. */
export function renderTried({ katas, tests, problems }: Tried): string {
  const survivors = katas.flatMap(survivorsOf);
  return [
    ...katas.map(lineOf),
    ...tests.map(
      (kata) => `– ${kata}: its answer is a test, and the spec tries that; nothing is changed`,
    ),
    '',
    ...(survivors.length > 0 ? ['No test notices these changes:', ''] : []),
    ...[...survivors, ...problems].flatMap((text) => [text, '']),
    verdict(katas, problems.length),
  ].join('\n');
}

function lineOf({ kata, made, noticed, excused, survived, untried }: OfKata): string {
  const parts = [
    count(made, 'mutant'),
    `${noticed} noticed`,
    ...(excused > 0 ? [`${excused} excused`] : []),
    ...(survived > 0 ? [`${survived} survived`] : []),
    ...(untried > 0 ? [`${untried} not tried`] : []),
  ];
  return `${survived + untried > 0 ? '✗' : '✓'} ${kata}: ${parts.join(', ')}`;
}

function survivorsOf({ kata, survivors }: OfKata): string[] {
  const reference = `${kata.split('/')[1]}.ts`;
  return survivors.map(({ file, at, line, mutants }: Survivor) =>
    [
      `solutions/${kata}${file === reference ? '.ts' : `/${file}`}:${at}`,
      `  ${line}`,
      ...mutants.map((change) => `    ${change}`),
    ].join('\n'),
  );
}

function verdict(katas: readonly OfKata[], problems: number): string {
  const survived = katas.reduce((sum, { survived }) => sum + survived, 0);
  if (survived === 0 && problems === 0) return 'Every mutant is noticed, or has an excuse.';
  const told = [
    ...(survived > 0 ? [`${count(survived, 'mutant')} survived`] : []),
    ...(problems > 0 ? [count(problems, 'problem')] : []),
  ].join(', ');
  return survived === 0
    ? `${told}.`
    : `${told}. Write a test that notices the change, or an excuse if no test can: CONTRIBUTING.md says how.`;
}
