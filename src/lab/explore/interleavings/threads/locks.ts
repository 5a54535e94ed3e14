/** The locks of a scene, as one of its threads has them. */
import type { ThreadLock } from '../scene.ts';
import type { Access } from './access.ts';
import { ask } from './answer.ts';

/** @param thread its number, counted from 1 */
export function locksFor(cells: readonly number[], thread: number): ThreadLock[] {
  return cells.map((cell) => {
    const step = (kind: Access['kind']) => ask({ kind, cell, operands: [thread] }) === 1;
    return {
      lock: () => void step('take'),
      tryLock: () => step('try'),
      unlock: () => {
        if (!step('release')) throw new Error(NOT_HELD);
      },
    };
  });
}

const NOT_HELD = 'unlock() of a lock that this thread does not have';
