import { count } from '../../text/english.ts';
import type { Compared, Tried } from './try.ts';

/** A line a kata with its excuses, then the differences, the problems, and the verdict. */
export function renderScenes({ katas, problems, runs, seed }: Tried): string {
  const differences = katas.flatMap((kata) =>
    kata.differ.map((found) =>
      [
        `${kata.kata}: ${found.attempt} differs from the reference in this scene:`,
        `  ${found.scene}`,
        ...linesOf('the reference', found.onlyReference),
        ...linesOf(found.attempt, found.onlyAttempt),
        `  Again: npm run prove -- --random ${kata.kata} --runs ${runs} --seed ${seed}`,
      ].join('\n'),
    ),
  );
  const all = [...differences, ...problems];
  return [
    ...katas.flatMap((kata) => [lineOf(kata), ...excusesOf(kata)]),
    '',
    ...all.flatMap((text) => [text, '']),
    `${verdict(differences.length, problems.length)} ${count(runs, 'scene')} for each attempt, of seed ${seed}.`,
  ].join('\n');
}

function lineOf({ kata, isPrediction, agree, differ, noticed, ...rest }: Compared): string {
  if (isPrediction) return `- ${kata}: a prediction, and no function to call`;
  const { excused, unnoticed, problems } = rest;
  const parts = [
    `${count(agree, 'right attempt')} ${agree === 1 ? 'agrees' : 'agree'}`,
    ...(differ.length > 0 ? [`${differ.length} not`] : []),
    `${noticed} wrong noticed`,
    ...(excused.length > 0 ? [`${excused.length} excused`] : []),
    ...(unnoticed.length > 0 ? [`${unnoticed.length} never differ`] : []),
  ];
  return `${differ.length + problems > 0 ? '✗' : '✓'} ${kata}: ${parts.join(', ')}`;
}

function excusesOf({ excused }: Compared): string[] {
  return excused.map(({ attempt, why }) => `    ${attempt}: ${why}`);
}

function linesOf(name: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  return [`  Only ${name}:`, ...lines.map((line) => `    ${line}`)];
}

function verdict(differences: number, problems: number): string {
  if (differences + problems === 0)
    return 'No two right answers differ, and every wrong one does, or has an excuse.';
  return [
    ...(differences > 0
      ? [
          `${count(differences, 'right attempt')} ${differences === 1 ? 'differs' : 'differ'} from the reference: is the contract silent? CONTRIBUTING.md says what to do.`,
        ]
      : []),
    ...(problems > 0 ? [`${count(problems, 'problem')}.`] : []),
  ].join(' ');
}
