import type { Kata } from '../course/katas.ts';
import { recall, remember } from '../course/keep.ts';
import type { KataStanding } from './standing.ts';

/** The kata that somebody worked on last is kept under this name; losing it costs nothing. */
const LAST = 'at-hand';

export function rememberAtHand(root: string, { id }: Kata): void {
  if (recall(root, LAST) !== id) remember(root, LAST, id);
}

/** The kata that somebody worked on last, whatever came of it; else the last of the course. */
export function lastAtHand(root: string, katas: readonly Kata[]): Kata | undefined {
  const last = recall(root, LAST);
  return katas.find(({ id }) => id === last) ?? katas.at(-1);
}

/** The kata to go on with: the one that was worked on last, if it is begun and not done; else the first that is not done. */
export function kataAtHand(
  root: string,
  standings: readonly KataStanding[],
): KataStanding | undefined {
  const last = recall(root, LAST);
  return (
    standings.find(({ kata, status }) => kata.id === last && status === 'failing') ??
    standings.find(({ status }) => status !== 'done')
  );
}
