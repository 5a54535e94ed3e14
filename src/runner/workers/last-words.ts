/** What a worker process says of its end, or what is said of it. */
import type { ChildProcess } from 'node:child_process';
import { tmpdir } from 'node:os';
import { forget, recall } from '../../course/keep.ts';

export interface LastWords {
  readonly text: string;
  /** Which of the tests of the file was under way, counted from 0; -1 when none was. */
  readonly test: number;
  /** It is to begin again: the worker had no room left for it. */
  readonly isAgain?: boolean;
}

const NO_MEMORY =
  'Node ended while this kata was running, and did not say why. Most often it has no memory left: what in your code keeps growing?';

export const NEVER_LOADED =
  'The file was not loaded to its end. Is there something outside all functions that does not end: an await of a promise that never settles, or a loop?';

export const STUCK =
  'The specs could neither continue nor end. Did this code change something that they need, such as a global?';

/**
 * A worker that has to die writes why, below the folder in which we run, or where it can. Undefined where it wrote
 * nothing, and lives, or was ended by vitest when there was nothing left to do.
 */
export function lastWordsOf(worker: ChildProcess): LastWords | undefined {
  const name = `last-words-${worker.pid}`;
  const words = ['.', tmpdir()].map((root) => {
    const said = recall(root, name) as LastWords | undefined;
    forget(root, name);
    return said;
  });
  const said = words[0] ?? words[1];
  if (said || !hasEnded(worker) || worker.signalCode === BY_VITEST) return said;
  return { text: saidOf(worker), test: -1 };
}

const BY_VITEST = 'SIGTERM';

export const hasEnded = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode !== null || signalCode !== null;

/** What is said of a worker that has left no words. */
function saidOf({ exitCode }: ChildProcess): string {
  // A process that V8 gives up ends by a signal; some systems tell it by a code above 128.
  return exitCode && exitCode < 128
    ? `Node ended while this kata was running, with exit code ${exitCode}. What it printed last may say why.`
    : NO_MEMORY;
}
