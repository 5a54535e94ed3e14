import type { Lab } from '../../../lab/scene/scenario.ts';

export type Scene = (lab: Lab) => unknown;

interface Observed {
  readonly scene: Scene;
  /** What it logs is for the learner to predict. */
  readonly isSecret: boolean;
}

/** Turns of the event loop until the first test has come to its scene. */
const MOST_TURNS = 20;

/** What a spec hands over in the place of its tests. */
export class Scenes {
  readonly #tests: (() => unknown)[] = [];
  #first: Observed | undefined;

  readonly test = (_title: string, f: () => unknown): void => {
    this.#tests.push(f);
  };

  /** Nobody is told how it went. */
  readonly observe = (scene: Scene, { hidesLog = false } = {}): Promise<never> => {
    this.#first ??= { scene, isSecret: hidesLog };
    return new Promise(() => {});
  };

  /** What the first test observes first. */
  async first(): Promise<Observed | undefined> {
    const [test] = this.#tests;
    Promise.resolve(test?.()).catch(() => {});
    for (let turns = 0; turns < MOST_TURNS && !this.#first; turns++)
      await new Promise((resolve) => setImmediate(resolve));
    return this.#first;
  }
}
