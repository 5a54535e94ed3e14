/** Loops that ask again and again while nothing changes. */
import { isSame, perform } from './access.ts';
import { isSameStep, type Past, stepsOf, type Taken } from './past.ts';
import type { Next } from './thread.ts';

/** Steps of the longest round that is known for one. */
export const LONGEST_ROUND = 4;

/** The round that it is about to take for the third time: it changed nothing in the last two, and got the same answers. */
export function roundOf(past: Past, next: Next): readonly Taken[] | undefined {
  if (next.kind !== 'step' || !past.isSilent) return undefined;
  const last = stepsOf(past, 2 * LONGEST_ROUND);
  for (let length = 1; 2 * length <= last.length; length++) {
    const round = last.slice(-length);
    const before = last.slice(-2 * length, -length);
    const isRepeated = round.every(
      (step, i) => step.isSilent && before[i]?.isSilent && isSameStep(step, before[i] as Taken),
    );
    if (isRepeated && isSame(next.access, (round[0] as Taken).access)) return round;
  }
  return undefined;
}

/**
 * Whether one more round would change nothing, and give the same answers.
 *
 * @param asleep in which cells somebody sleeps
 */
export function isStill(
  round: readonly Taken[],
  memory: readonly number[],
  asleep: readonly number[],
): boolean {
  const cells = Int32Array.from(memory);
  return round.every(({ access, result }) => {
    if (access.kind === 'notify') return !asleep.includes(access.cell);
    const got = perform(access, cells);
    // Who sleeps, and is woken by the time alone, is where it was.
    const isLike = got === result || (got === 'sleeps' && result === 'timed-out');
    return isLike && cells.every((value, cell) => value === memory[cell]);
  });
}
