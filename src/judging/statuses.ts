import { resolve } from 'node:path';
import { katasOf } from '../course/katas.ts';
import { runVitest } from '../runner/run-vitest.ts';
import { type KataStanding, standingOf } from './standing.ts';

/** Runs every spec in silence, and tells how each kata stands. */
export async function statusesOf(root: string): Promise<KataStanding[]> {
  const exitCode = process.exitCode;
  const vitest = await runVitest('katas', root, [], { reporters: [{}], passWithNoTests: true });
  const modules = new Map(
    vitest.state.getTestModules().map((module) => [resolve(module.moduleId), module]),
  );
  const standings = katasOf(root).map((kata) => standingOf(kata, modules.get(kata.spec)));
  await vitest.close();
  process.exitCode = exitCode;
  return standings;
}
