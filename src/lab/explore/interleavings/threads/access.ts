/** What a thread does with shared memory, one step at a time. */
import { atomics, type Operation } from './atomics.ts';

/** `take`, `try` and `release` are those of a scene's locks. */
export type Kind = 'read' | 'write' | Operation | 'take' | 'try' | 'release';

export interface Access {
  readonly kind: Kind;
  /** Counted from the start of the memory. */
  readonly cell: number;
  /** What it is called with behind the cell: `[from, to]` of `compareExchange`, the value of a plain write. */
  readonly operands: readonly (number | undefined)[];
}

/** What a step returned: nothing of a plain write. */
export type Result = number | string | undefined;

export function isSame(a: Access, b: Access): boolean {
  return (
    a.kind === b.kind &&
    a.cell === b.cell &&
    a.operands.length === b.operands.length &&
    a.operands.every((operand, i) => Object.is(operand, b.operands[i]))
  );
}

export function isPlain({ kind }: Access): boolean {
  return kind === 'read' || kind === 'write';
}

/** Whether it may change its cell. A `compareExchange` that changes nothing counts as one that may. */
export function mayWrite({ kind }: Access): boolean {
  return kind !== 'read' && kind !== 'load' && kind !== 'wait' && kind !== 'notify';
}

/** `sleeps`: the cell holds what `wait` was told to wait for a change of. Whom a `notify` wakes is not its business. */
export function perform({ kind, cell, operands }: Access, memory: Int32Array): Result {
  switch (kind) {
    case 'read':
      return memory[cell];
    case 'write':
      memory[cell] = operands[0] as number;
      return undefined;
    case 'wait':
      return memory[cell] === ((operands[0] as number) | 0) ? 'sleeps' : 'not-equal';
    case 'notify':
      return 0;
    case 'take':
    case 'try':
      return atomics.compareExchange(memory, cell, 0, operands[0] as number) === 0 ? 1 : 0;
    case 'release':
      return atomics.compareExchange(memory, cell, operands[0] as number, 0) === operands[0]
        ? 1
        : 0;
    default:
      return (atomics[kind] as (...all: unknown[]) => number)(memory, cell, ...operands);
  }
}

/** Whether a `wait` with this limit ends by itself. */
export const isTime = (limit: number | undefined) =>
  limit !== undefined && limit !== Infinity && !Number.isNaN(limit);
