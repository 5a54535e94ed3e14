/**
 * Stubs of a course that was not cloned, but unpacked: git has none of them, so those that nobody has written in are
 * kept while they are there.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Kata } from '../../course/katas.ts';
import { KEPT } from '../../course/keep.ts';
import { isUntouched } from './untouched.ts';

const placeOf = (root: string, { id }: Kata) => join(root, KEPT, 'stubs', `${id}.ts`);

/** Costs nothing where git has them, and little elsewhere. */
export function keepStubs(root: string, katas: readonly Kata[]): void {
  if (existsSync(join(root, '.git'))) return;
  try {
    for (const kata of katas) keep(kata, placeOf(root, kata));
  } catch (error) {
    // Where nothing can be written, nothing is.
    if (!(error as NodeJS.ErrnoException).syscall) throw error;
  }
}

function keep(kata: Kata, place: string): void {
  const stub = textOf(kata.stub);
  if (stub === undefined || !isUntouched(stub, kata) || isCurrent(textOf(place), kata)) return;
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, stub);
}

/** A newer course may have another reference, and another stub. */
function isCurrent(stub: string | undefined, kata: Kata): stub is string {
  return stub !== undefined && isUntouched(stub, kata);
}

/** @returns undefined when it was never seen untouched */
export function keptStub(root: string, kata: Kata): string | undefined {
  const stub = textOf(placeOf(root, kata));
  return isCurrent(stub, kata) ? stub : undefined;
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return undefined;
  }
}
