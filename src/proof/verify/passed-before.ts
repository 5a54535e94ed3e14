/**
 * The tests of the software take most of the time of `npm run verify`, and need no kata. What passed before need not run
 * again, as long as all of the software is the same to the letter, Node and what is installed included.
 */
import { recall, remember } from '../../course/keep.ts';
import { softwareOf } from '../../judging/rests-on.ts';

const MEMORY = 'verified';

/** By the name of the step. */
type Memory = Record<string, { readonly of: string; readonly passed?: number | undefined }>;

/** What came of a step. */
export interface Outcome {
  readonly passed: number;
  /** Of them, those that passed in an earlier run, and were not run now. */
  readonly before?: number;
  /** What failed, by name. */
  readonly failed: readonly string[];
}

export class PassedBefore {
  readonly #root: string;
  /** As it is now: what is changed in the middle of a run counts as changed. */
  readonly #software: string;

  /** @param root of the checkout whose software it is, and that keeps what is remembered */
  constructor(root: string) {
    this.#root = root;
    this.#software = softwareOf(root);
  }

  /** @returns how many tests of this step passed; undefined when it never did, or when anything has changed since */
  recall(step: string): number | undefined {
    const known = this.#memory()[step];
    return known?.of === this.#software ? known.passed : undefined;
  }

  /** For the next time; what has failed is run again. */
  note(step: string, { passed, failed }: Outcome): void {
    const known = { of: this.#software, passed: failed.length === 0 ? passed : undefined };
    remember(this.#root, MEMORY, { ...this.#memory(), [step]: known });
  }

  #memory(): Memory {
    return (recall(this.#root, MEMORY) as Memory | undefined) ?? {};
  }
}
