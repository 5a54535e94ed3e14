/** A view of shared memory whose plain reads and writes are steps, too. */
import { ask } from './answer.ts';

interface Known {
  readonly target: Int32Array;
  /** Where it begins, in cells of the whole memory. */
  readonly base: number;
}

const views = new WeakMap<object, Known>();

/** What is behind such a view; undefined for any other array. */
export function known(view: object): Known | undefined {
  return views.get(view);
}

/** The memory behind such views. */
const shared = new WeakSet<object>();

/** What a thread has made for itself is none of it. */
export function isSharedByThreads(buffer: unknown): boolean {
  return shared.has(buffer as object);
}

const CELL_BYTES = 4;

/** Those of an array do the same with any object that has a length and cells: one cell after the other, as far as they need. */
const LIKE_AN_ARRAY = new Set<PropertyKey>([
  Symbol.iterator,
  ...'at copyWithin entries every fill filter find findIndex findLast findLastIndex forEach includes indexOf join keys lastIndexOf map reduce reduceRight reverse slice some toReversed toString values with'.split(
    ' ',
  ),
]);

/** An array compares texts, and a typed array numbers. */
const SORTING = new Set<PropertyKey>(['sort', 'toSorted']);

const byNumber = (a: number, b: number) => a - b;

export function watch(target: Int32Array): Int32Array {
  const base = target.byteOffset / CELL_BYTES;
  const read = (cell: number) =>
    cell < target.length
      ? (ask({ kind: 'read', cell: base + cell, operands: [] }) as number)
      : undefined;
  const write = (cell: number, value: unknown) => {
    // What does not fit is cut, as in any Int32Array.
    const written = Number(value) | 0;
    if (cell < target.length) ask({ kind: 'write', cell: base + cell, operands: [written] });
  };

  const view: Int32Array = new Proxy(target, {
    get(_, key) {
      const cell = cellOf(key);
      if (cell !== undefined) return read(cell);
      const value = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key === 'subarray') return (...range: number[]) => watch(target.subarray(...range));
      if (key === 'set')
        return (values: ArrayLike<number>, at = 0) => {
          for (let i = 0; i < values.length; i++) write(at + i, values[i]);
        };
      const ofArrays = (...all: unknown[]): unknown =>
        Reflect.apply(Reflect.get([], key) as () => unknown, view, all);
      if (LIKE_AN_ARRAY.has(key)) return ofArrays;
      if (SORTING.has(key)) return (compare: unknown = byNumber) => ofArrays(compare);
      return value.bind(target);
    },
    set(_, key, value) {
      const cell = cellOf(key);
      if (cell === undefined) return Reflect.set(target, key, value, target);
      write(cell, value);
      return true;
    },
  });
  views.set(view, { target, base });
  shared.add(target.buffer);
  return view;
}

function cellOf(key: string | symbol): number | undefined {
  return typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : undefined;
}
