import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Kata, katasOf } from '../../course/katas.ts';
import { createScratch } from '../../course/keep.ts';
import { standingOf } from '../../judging/standing.ts';
import { collect } from '../../runner/collect.ts';
import { keepNothing } from '../../runner/loading/transformed.ts';
import { filesBelow, type Trusted } from './trust.ts';

/**
 * A course of the trusted specs and somebody's stubs, in a folder of its own, where it finds our
 * packages and our lab.
 */
export function createStage(home: string, work: string, { fingerprints, read }: Trusted) {
  const { root, remove } = createScratch(home, 'grade');
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

/** @param junit the file for vitest's JUnit report; none when undefined */
export async function runSpecs(root: string, katas: readonly Kata[], junit: string | undefined) {
  const specs = katas.map(({ spec }) => spec);
  const report = ['junit', { outputFile: junit, suiteName: 'learn-async' }];
  const { modules, stray } = await collect('katas', root, specs, {
    reporters: (junit ? [{}, report] : [{}]) as never,
    // The folder is new each time, so nothing that is kept would ever be found again.
    ...keepNothing(),
  });
  return { standings: katas.map((kata) => standingOf(kata, modules.get(kata.spec))), stray };
}

/** A stub in the place of one that cannot be loaded: each call of it says why. */
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
