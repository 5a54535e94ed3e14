/** Runs a few threads' synchronous code in every interleaving of their steps in shared memory. */
import type { Scene } from './scene.ts';
import { inSlices } from './slices.ts';
import { type Explored, explore, NOTHING } from './states/explore.ts';
import { LATER } from './threads/thread.ts';

/** What all interleavings come to: laws judge it. */
export interface Interleavings extends Explored {
  /** Why the threads could not be tried in every interleaving; then the states say nothing. */
  readonly unfit: string | undefined;
  /** The code never gave the thread back, and was ended; then there are no states. */
  readonly stopped: Error | undefined;
  readonly cells: readonly string[];
  /** Names, in the order of the scene. */
  readonly threads: readonly string[];
  // biome-ignore lint/suspicious/noExplicitAny: whatever kata it is of
  readonly scene: Scene<any>;
  readonly kata: unknown;
}

/**
 * Every step of a thread in shared memory is tried in every order with those of the others. No real thread is used, and
 * no time passes.
 *
 * @param kata the module to judge: `import * as kata from './1-tally.ts'`
 */
export async function interleave<Kata extends object>(
  kata: Kata,
  scene: Scene<Kata>,
): Promise<Interleavings> {
  const { cells } = scene;
  const { found = NOTHING, stopped, isAsync } = await inSlices(explore(kata, scene));
  const unfit = found.unfit ?? (isAsync ? LATER : undefined);
  return { ...found, unfit, stopped, cells, threads: Object.keys(scene.threads), scene, kata };
}
