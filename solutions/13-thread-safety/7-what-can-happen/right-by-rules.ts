// From the least to the most; the flags and the mail as products, without what their order forbids.
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

const range = (least: number, most: number) =>
  Array.from({ length: most - least + 1 }, (_, i) => `${least + i}`);

/** A thread can lose all its increments, but not the 1 that its own second write has left for its last one. */
const counts = (times: number) => range(Math.min(times, 2), 2 * times);

const BITS = ['0', '1'];

export function outcomes(): Record<Program, string[]> {
  return {
    once: counts(1),
    thrice: counts(3),
    add: range(6, 6),
    flags: BITS.flatMap((a) => BITS.map((b) => a + b)).filter((both) => both.includes('1')),
    mail: ['none', ...range(42, 42)],
    flagFirst: ['none', ...range(0, 0), ...range(42, 42)],
  };
}
