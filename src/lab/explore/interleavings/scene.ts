/** What a spec hands to `interleave`. */

/** What a thread does: it gets its own copy of the kata's file, and the memory that all threads share. */
export type ThreadCode<Kata> = (kata: Kata, memory: Int32Array) => unknown;

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
  /** What is to hold at every step, each with a name that says it: `'free is 0 or more': ({ free }) => free >= 0`. */
  readonly always?: Readonly<Record<string, (cells: Cells) => boolean>>;
  /**
   * So many states are tried, and the verdict is about these: no right answer is refused for taking many steps. Without it,
   * there is no verdict where not all can be tried. Enough for the answers that people write, so that all is tried there. Not for
   * `toAllow` and `toHaveOutcomes`: what was not found may have been left out.
   */
  readonly most?: number;
}
