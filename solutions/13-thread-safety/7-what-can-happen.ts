export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

/**
 * Foretells how six programs can end: read them, and run none. Each has two threads, A and B, whose steps may come in any
 * order. `count`, `a`, `b`, `text` and `ready` are cells of shared memory, and 0 at first. `add`, `load` and `store` are
 * those of `Atomics`, and `++` is not. A list has all endings that can happen and no other, each as a string. Their order is
 * free, and one may stand there twice.
 *
 * - `once`: each thread does `count++`. An ending is the number in `count` when both are done, such as `'9'`.
 * - `thrice`: each thread does `count++` three times. An ending is the number in `count`.
 * - `add`: each thread does `add(count, 1)` three times. An ending is the number in `count`.
 * - `flags`: A does `store(a, 1)`, and returns `load(b)`. B does `store(b, 1)`, and returns `load(a)`. An ending is what A
 *   has returned, and behind it what B has returned, such as `'89'`.
 * - `mail`: A does `store(text, 42)`, and then `store(ready, 1)`. B looks once: if `load(ready)` is 1, it returns
 *   `load(text)`, and otherwise `'none'`. An ending is what B has returned.
 * - `flagFirst`: the same, but A does `store(ready, 1)` first, and `store(text, 42)` after that.
 */
export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
