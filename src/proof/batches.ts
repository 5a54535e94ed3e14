import type { Kata } from '../course.ts';
import { attemptsOf } from './attempt.ts';

/** Katas in their order, in batches of so many files to prove at most; of one kata, if it has more. */
export function batchesOf(katas: readonly Kata[], most: number): Kata[][] {
  const batches: Kata[][] = [];
  let room = 0;
  for (const kata of katas) {
    const files = 2 + attemptsOf(kata).length;
    if (room < files) {
      batches.push([]);
      room = most;
    }
    batches.at(-1)?.push(kata);
    room -= files;
  }
  return batches;
}
