/** In how many interleavings something is wrong, in words. */
import type { Interleavings } from '../interleave.ts';
import { count } from '../states/paths.ts';
import type { State } from '../states/state.ts';

/** `That is so in 64 of 70 interleavings.` */
export function sayHowMany(run: Interleavings, isWrong: (state: State) => boolean): string {
  return count(run, isWrong).all === 1n && run.isWhole
    ? 'There is no other interleaving.'
    : `That is so in ${sayPart(run, isWrong)}.`;
}

/** `64 of 70 interleavings`, `all 70 interleavings` */
export function sayPart(run: Interleavings, isSo: (state: State) => boolean): string {
  const { all, wrong } = count(run, isSo);
  const [of, most] = [wrong, all].map((n) => n.toLocaleString('en'));
  if (!run.isWhole) return `at least ${of} of at least ${most} interleavings`;
  if (all === 1n) return 'the only interleaving';
  return `${wrong < all ? `${of} of` : 'all'} ${most} interleavings${sayFew(run)}`;
}

/** Which interleavings were tried, where these are not all. */
export function sayFew({ mostInterruptions: most }: Interleavings): string {
  return most === undefined ? '' : ` in which threads are interrupted ${most} times at most`;
}
