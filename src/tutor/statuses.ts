import { join, resolve } from 'node:path';
import { startVitest } from 'vitest/node';
import { katasOf } from '../course.ts';
import { HOME } from '../home.ts';
import { type KataStanding, standingOf } from './standing.ts';

/** Runs every spec in silence, and tells how each kata stands. */
export async function statusesOf(root: string): Promise<KataStanding[]> {
  const exitCode = process.exitCode;
  const vitest = await startVitest('test', [], {
    root,
    config: join(HOME, 'vitest.config.ts'),
    project: ['katas'],
    reporters: [{}],
    watch: false,
    passWithNoTests: true,
  });
  const modules = new Map(
    vitest.state.getTestModules().map((module) => [resolve(module.moduleId), module]),
  );
  const standings = katasOf(root).map((kata) => standingOf(kata, modules.get(kata.spec)));
  await vitest.close();
  process.exitCode = exitCode;
  return standings;
}
