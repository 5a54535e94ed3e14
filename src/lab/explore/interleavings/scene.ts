/** What a spec hands to `interleave`. */

/** What a thread does: it gets its own copy of the kata's file, the memory that all threads share, and the scene's locks. */
export type ThreadCode<Kata> = (kata: Kata, memory: Int32Array, locks: ThreadLock[]) => unknown;

/** A lock of the scene, for one thread. To take it is one step, which comes when no thread has it. */
export interface ThreadLock {
  lock(): void;
  /** Whether it has taken it. */
  tryLock(): boolean;
  /** @throws where the thread does not have it */
  unlock(): void;
}

/** Cells by their names. */
export type Cells = Readonly<Record<string, number>>;

export interface Scene<Kata> {
  /** The names of the cells of the memory, from cell 0 on. */
  readonly cells: readonly string[];
  /** What is in them at first; 0 where nothing else is said. */
  readonly initial?: Cells;
  /**
   * By their names. Each function stands for itself: it uses nothing from outside but what it gets, as it is run on a
   * real thread, too.
   */
  readonly threads: Readonly<Record<string, ThreadCode<Kata>>>;
  /** Cells that are locks: each holds 0, or the number of the thread that has it, counted from 1. */
  readonly locks?: readonly string[];
  /** What is to hold at every step, each with a name that says it: `'free is 0 or more': ({ free }) => free >= 0`. */
  readonly always?: Readonly<Record<string, (cells: Cells) => boolean>>;
  /**
   * So many states are tried, and the verdict is about these: no right answer is refused for taking many steps. Without it,
   * and where there are too many, those are tried in which threads are interrupted a few times only. Enough for the answers that people write, so that all is tried there. Not for
   * `toAllow` and `toHaveOutcomes`: what was not found may have been left out.
   */
  readonly most?: number;
}
