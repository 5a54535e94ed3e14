/** One interleaving of threads as plain data: laws tell it, pictures draw it. */
export interface Interleaving {
  /** Names of the threads, one a column. */
  readonly threads: readonly string[];
  /** Names of the cells of shared memory. */
  readonly cells: readonly string[];
  /** What was in the cells before the first step. */
  readonly initial: readonly number[];
  readonly steps: readonly InterleavedStep[];
  /** Steps of which each could come next, and none has been taken. */
  readonly next: readonly Pick<InterleavedStep, 'thread' | 'text'>[];
}

/** Steps are counted from 1. */
export interface InterleavedStep {
  /** Its place in the list of threads. */
  readonly thread: number;
  /** What it did, and what it got: `load count: 1`. */
  readonly text: string;
  /** What was in the cells after it. */
  readonly memory: readonly number[];
}

export type TitledInterleaving = readonly [title: string, Interleaving];
