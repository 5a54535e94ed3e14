import type { TestSpecification } from 'vitest/node';
import { ownCodeOf } from '../../lab/own-code.ts';

/**
 * Which files share a worker, and which get one each: those that import a package. Node loads a package once in a
 * process, and there it keeps what it has set up, on `globalThis`, on `process` and in itself. For the next file
 * it would not be what it was for the first: what it has brought was put back, or a run that was stopped
 * has left it in the midst of something.
 */
export function byPackages(
  specs: readonly TestSpecification[],
): [together: TestSpecification[], apart: TestSpecification[]] {
  const together: TestSpecification[] = [];
  const apart: TestSpecification[] = [];
  for (const spec of specs) (needsItsOwn(spec.moduleId) ? apart : together).push(spec);
  // A single one disturbs nobody, if it comes last.
  return apart.length > 1 ? [together, apart] : [[...together, ...apart], []];
}

function needsItsOwn(file: string): boolean {
  return ownCodeOf(file).hasPackages;
}
