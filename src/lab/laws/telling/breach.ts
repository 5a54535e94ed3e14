import type { Note } from '../../picture/picture.ts';
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
  /** False where a picture would say nothing; 'yours' where it says nothing of this what the plan would have. */
  readonly picture?: boolean | 'yours';
  /** What was to be handed on, and when: noted below the plan. */
  readonly due?: readonly Note[];
  /** Of threads: what was done, step by step. */
  readonly interleaving?: Interleaving;
}
