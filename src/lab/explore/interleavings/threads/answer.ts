import { whenEnded } from '../../../guard/watchdog.ts';
import type { Access, Result } from './access.ts';

/** Answers each step of the code that runs. */
export type Answer = (access: Access) => Result;

/** One piece of code is tried at a time. */
let current: Answer | undefined;

whenEnded(() => {
  current = undefined;
});

export function answering<T>(answer: Answer, run: () => T): T {
  const before = current;
  current = answer;
  try {
    return run();
  } finally {
    current = before;
  }
}

/** @throws what stops the code, where its next step is to be taken later */
export function ask(access: Access): Result {
  if (!current)
    throw new Error('The shared memory of a scene is for its threads, and only while they run.');
  return current(access);
}
