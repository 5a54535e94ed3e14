import { count } from '../../text/english.ts';
import { inCase } from './cases.ts';

/** A microtask more than the longest way that an end takes through the code of a right answer. */
const MOST = 6;

/** Does that now, or some microtasks from now. Settles as what it returns. */
export type Later = <T>(act: () => T | PromiseLike<T>) => Promise<T>;

/**
 * Runs a check again and again: something happens right after an event, 1 microtask after it, 2, … 6 after it. Code
 * that frees a place in one microtask, and has it taken in a later one, is open to a newcomer in between. A failure
 * is preceded by the moment.
 *
 * ```ts
 * await eachMoment("'d' asks", "'a' has ended", async (later) => …);
 * // in the scene: ended.then(() => later(() => run(d)))
 * // When 'd' asks 2 microtasks after 'a' has ended:
 * ```
 *
 * @param happens what happens, in words that follow “When”
 * @param event what it follows, in words that follow “after”
 * @param check gets `later`, to be called at the event itself
 */
export async function eachMoment(
  happens: string,
  event: string,
  check: (later: Later) => Promise<void>,
): Promise<void> {
  for (let hops = 0; hops <= MOST; hops++) {
    const after = hops === 0 ? 'right after' : `${count(hops, 'microtask')} after`;
    await inCase(
      () => `When ${happens} ${after} ${event}:`,
      () => check((act) => inMicrotasks(hops, act)),
    );
  }
}

function inMicrotasks<T>(hops: number, act: () => T | PromiseLike<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const step = (left: number) => {
      if (left > 0) return queueMicrotask(() => step(left - 1));
      try {
        resolve(act());
      } catch (error) {
        reject(error);
      }
    };
    step(hops);
  });
}
