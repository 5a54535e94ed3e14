import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Kata, katasOf } from '../../course/katas.ts';
import { type KataStanding, standingOf } from '../../judging/standing.ts';
import { runVitest } from '../../runner/run-vitest.ts';
import { filesBelow, type Trusted } from './trust.ts';

/**
 * A course of the trusted specs and somebody's stubs, in a folder of its own, where it finds our
 * packages and our lab.
 */
export function createStage(home: string, work: string, { fingerprints, read }: Trusted) {
  mkdirSync(join(home, '.learn-async'), { recursive: true });
  const root = mkdtempSync(join(home, '.learn-async', 'grade-'));
  const remove = () => rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  process.once('exit', remove);
  const place = (path: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    return join(root, path);
  };
  for (const path of filesBelow(work, 'katas'))
    if (isCode(path)) copyFileSync(join(work, path), place(path));
  for (const path of fingerprints.keys())
    if (path.endsWith('.spec.ts')) writeFileSync(place(path), read(path));
  return { root, katas: katasOf(root), remove };
}

/** A package.json or a package of their own might answer the imports of the specs. */
function isCode(path: string): boolean {
  return /(?<!\.spec)\.ts$/.test(path) && !path.includes('/node_modules/');
}

export interface Results {
  readonly standings: readonly KataStanding[];
  /** What went wrong outside of every test. */
  readonly stray: readonly string[];
}

/** @param junit the file for vitest's JUnit report; none when undefined */
export async function runSpecs(
  root: string,
  katas: readonly Kata[],
  junit: string | undefined,
): Promise<Results> {
  const exitCode = process.exitCode;
  const report = ['junit', { outputFile: junit, suiteName: 'learn-async' }];
  const vitest = await runVitest(
    'katas',
    root,
    katas.map(({ spec }) => spec),
    {
      reporters: (junit ? [{}, report] : [{}]) as never,
      passWithNoTests: true,
      // The folder is new each time, so nothing that is kept would ever be found again.
      experimental: { fsModuleCache: false },
    } as never,
  );
  const modules = new Map(
    vitest.state.getTestModules().map((module) => [resolve(module.moduleId), module]),
  );
  const standings = katas.map((kata) => standingOf(kata, modules.get(kata.spec)));
  const stray = vitest.state.getUnhandledErrors().map((error) => (error as Error).message);
  await vitest.close();
  // A grade is no failure.
  process.exitCode = exitCode;
  return { standings, stray };
}

/** A stub in the place of one that cannot be loaded: whoever calls it is told why. */
export function writeStandIn({ stub, spec }: Kata, why: string): void {
  const imported = readFileSync(spec, 'utf8').matchAll(/import \{([^}]*)\} from '\.\//g);
  const names = [...imported]
    .flatMap(([, list]) => (list as string).split(','))
    .flatMap((name) => /^\s*(?!type )(\w+)/.exec(name)?.[1] ?? []);
  const refused = `function refused() {\n  throw new Error(${JSON.stringify(why)});\n}\n`;
  rmSync(stub, { recursive: true, force: true });
  writeFileSync(
    stub,
    `${refused}export { ${names.map((name) => `refused as ${name}`).join(', ')} };\n`,
  );
}
