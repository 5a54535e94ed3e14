/** By this name a file of threads exports what makes a copy of all that it exports (runner/loading/own-copies.ts). */
export const COPY = '__copy';

/** Each thread has its own copy of every variable of a file. */
export function ownCopyOf<Kata>(kata: Kata): Kata {
  const copy: unknown = Reflect.get(kata as object, COPY);
  return typeof copy === 'function' ? copy() : kata;
}
