/** In how many interleavings something is wrong, in words. */
import type { Interleavings } from '../interleave.ts';
import { count } from '../states/paths.ts';
import type { State } from '../states/state.ts';

/** `That is so in 64 of 70 interleavings.` */
export function sayHowMany(run: Interleavings, isWrong: (state: State) => boolean): string {
  const { all, wrong } = count(run, isWrong);
  const [of, most] = [wrong, all].map((n) => n.toLocaleString('en'));
  if (!run.isWhole) return `That is so in at least ${of} of at least ${most} interleavings.`;
  const few = sayFew(run);
  if (wrong < all) return `That is so in ${of} of ${most} interleavings${few}.`;
  return all === 1n
    ? 'There is no other interleaving.'
    : `That is so in all ${most} interleavings${few}.`;
}

/** Which interleavings were tried, where these are not all. */
export function sayFew({ mostInterruptions: most }: Interleavings): string {
  return most === undefined ? '' : ` in which threads are interrupted ${most} times at most`;
}
