import type { TestSpecification } from 'vitest/node';
import { ownCodeOf } from '../../lab/own-code.ts';

/** What the lab itself is built on: the lab knows what a file can do with these, and undoes it. */
export const OURS = ['vitest', '@sinonjs/fake-timers'];

/**
 * Which files share a worker, and which get one each: those that import a package. Node loads a package once in a
 * process, and there it keeps what it has set up, on `globalThis`, on `process` and in itself. For the next file
 * it would not be what it was for the first: what it has brought was put back, or a run that was stopped
 * has left it in the midst of something.
 */
export function byPackages(
  specs: readonly TestSpecification[],
): [together: TestSpecification[], apart: TestSpecification[]] {
  const plain: TestSpecification[] = [];
  const withOurs: TestSpecification[] = [];
  const apart: TestSpecification[] = [];
  for (const spec of specs) {
    const { packages, hasPackages } = ownCodeOf(spec.moduleId);
    const isOurs = packages.every((name) => OURS.includes(name));
    if (!hasPackages) plain.push(spec);
    else (isOurs ? withOurs : apart).push(spec);
  }
  // What comes last disturbs nobody.
  const together = [...plain, ...withOurs];
  return apart.length > 1 ? [together, apart] : [[...together, ...apart], []];
}
