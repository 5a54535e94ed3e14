/** What a thread's code has in the place of `Atomics`, of typed arrays and of the console while it is tried. */
import { isTime, type Result } from './access.ts';
import { ask } from './answer.ts';
import { atomics, OPERATIONS } from './atomics.ts';
import { isSharedByThreads, known, watch } from './watched.ts';

/** The lab cannot look at what this code does, so there is no verdict. */
export class UnwatchedError extends Error {}

const { defineProperty, getOwnPropertyDescriptor } = Object;

type Replaced = readonly [object: object, name: string, value: unknown];

/** Where it was, and what it was before. */
const replaced: (readonly [object: object, name: string, was: PropertyDescriptor])[] = [];

/** Lets code run that asks before each step; all is as it was afterwards. */
export function withStandIns<T>(run: () => T): T {
  for (const [object, name, value] of STAND_INS) {
    const was = getOwnPropertyDescriptor(object, name) as PropertyDescriptor;
    replaced.push([object, name, was]);
    defineProperty(object, name, { ...was, value });
  }
  try {
    return run();
  } finally {
    putBack();
  }
}

/** For code that was ended from outside. */
export function putBack(): void {
  for (const [object, name, was] of replaced.splice(0)) defineProperty(object, name, was);
}

function operations(): Replaced[] {
  const stand = OPERATIONS.map((name): Replaced => {
    const native = atomics[name] as (...all: unknown[]) => Result;
    return [
      Atomics,
      name,
      (array: object, index: unknown, ...operands: unknown[]) => {
        const { target, base } = known(array) ?? {};
        if (!target || base === undefined)
          return name === 'wait'
            ? sleepAlone(array, index, ...operands)
            : native(array, index, ...operands);
        const cell = Math.trunc(Number(index)) || 0;
        // As it is: it throws.
        if (!(cell in target)) return native(target, index, ...operands);
        return ask({ kind: name, cell: base + cell, operands: operands.map(asNumber) });
      },
    ];
  });
  return 'waitAsync' in Atomics
    ? [...stand, [Atomics, 'waitAsync', refuse('Atomics.waitAsync')]]
    : stand;
}

/** Nobody else has this memory, so it is the end of its time that ends the sleep; and no time passes. */
function sleepAlone(array: object, index: unknown, value?: unknown, limit?: unknown): Result {
  const result = (atomics.wait as (...all: unknown[]) => Result)(array, index, value, 0);
  if (result === 'timed-out' && !isTime(asNumber(limit)))
    throw new UnwatchedError('A sleep in memory that no other thread has');
  return result;
}

/** A BigInt throws, as it does in `Atomics`. */
function asNumber(operand: unknown): number | undefined {
  return operand === undefined ? undefined : +(operand as number);
}

const OTHERS = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Uint32Array,
  BigInt64Array,
  BigUint64Array,
  Float32Array,
  Float64Array,
  DataView,
];

/** Another view of the same memory is watched as the first one is. */
function arrays(): Replaced[] {
  const view = new Proxy(Int32Array, {
    construct: (target, all, self) => {
      const made = Reflect.construct(target, all, self) as Int32Array;
      return isSharedByThreads(all[0]) ? watch(made) : made;
    },
  });
  const others = OTHERS.map(
    (array): Replaced => [
      globalThis,
      array.name,
      new Proxy(array, {
        construct: (target, all, self) =>
          isSharedByThreads(all[0])
            ? refuse(`A ${array.name} of the shared memory`)()
            : (Reflect.construct(target, all, self) as object),
      }),
    ],
  );
  return [[globalThis, 'Int32Array', view], ...others];
}

function refuse(what: string) {
  return (): never => {
    throw new UnwatchedError(what);
  };
}

/** A thread's code is run thousands of times. */
const SILENT = (['log', 'info', 'debug', 'warn', 'error'] as const).map(
  (name): Replaced => [console, name, () => {}],
);

const STAND_INS = [...operations(), ...arrays(), ...SILENT];
