/**
 * The tests of the software take most of the time of `npm run verify`, and need no kata. What passed before need not run
 * again, as long as all of the software is the same to the letter, Node and what is installed included.
 */
import { recall, remember } from '../../course/keep.ts';
import { softwareOf } from '../../judging/rests-on.ts';

const MEMORY = 'verified';

/** By the name of the step. */
type Memory = Record<string, { readonly of: string; readonly passed: number }>;

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

  /** @param passed how many, of a step of which nothing has failed */
  remember(step: string, passed: number): void {
    remember(this.#root, MEMORY, {
      ...this.#memory(),
      [step]: { of: this.#software, passed },
    });
  }

  #memory(): Memory {
    return (recall(this.#root, MEMORY) as Memory | undefined) ?? {};
  }
}
