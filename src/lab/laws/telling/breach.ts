import type { Interleaving } from '../../trace/interleaving.ts';

/** How a trace breaks a law: what a learner reads, in this order. */
export interface Breach {
  /** What happened, and when. */
  readonly fact: string;
  /** Why: a fact where the run proves it, otherwise a question; and where to look. */
  readonly possible?: string | undefined;
  /** The run proves it, whatever else it shows. */
  readonly isProven?: boolean;
  /** Words under a title each, where their order matters: what was logged, and what was to be. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** False where a picture would say nothing. */
  readonly picture?: boolean;
  /** Of threads: what was done, step by step. */
  readonly interleaving?: Interleaving;
}
