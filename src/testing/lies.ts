/** Random lies about a run: what is true of it, with one thing changed. */
import fc from 'fast-check';

/** How to make something untrue: where (a fraction of the whole), by how much, and in which way. */
export interface Spoil {
  readonly where: number;
  readonly by: number;
  readonly how: 'shift' | 'drop' | 'add' | 'swap';
}

export const spoils: fc.Arbitrary<Spoil> = fc.record({
  where: fc.integer({ min: 0, max: 99 }).map((percent) => percent / 100),
  by: fc.integer({ min: -5, max: 5 }).filter((by) => by !== 0),
  how: fc.constantFrom('shift', 'drop', 'add', 'swap'),
});

/** Another number, or the same where it would be negative. */
export function otherNumber(n: number, { by }: Spoil): number {
  return Math.max(0, n + by);
}

/** One item less, one more, or two that have changed places; the same where there is nothing to spoil. */
export function otherItems<T>(all: readonly T[], { where, how }: Spoil, extra: T): T[] {
  const i = Math.floor(where * all.length);
  if (how === 'drop') return all.toSpliced(i, 1);
  if (how === 'add') return all.toSpliced(i, 0, extra);
  const [first, second] = [all[i], all[i + 1]];
  return first === undefined || second === undefined
    ? [...all]
    : all.toSpliced(i, 2, second, first);
}

/** One name less, one more, or another time for one. */
export function otherTimes(
  all: Readonly<Record<string, number>>,
  spoil: Spoil,
): Record<string, number> {
  const entries = Object.entries(all);
  const i = Math.floor(spoil.where * entries.length);
  const [name, at] = entries[i] ?? ['stranger', 0];
  if (spoil.how === 'drop') return Object.fromEntries(entries.toSpliced(i, 1));
  if (spoil.how === 'add') return { ...all, stranger: 3 };
  return { ...all, [name]: at + spoil.by };
}
