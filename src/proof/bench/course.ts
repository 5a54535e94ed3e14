/** Courses to measure: below our own checkout, where packages resolve, and gone afterwards. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../../course/home.ts';
import { foldersIn, type Kata, katasOf } from '../../course/katas.ts';
import { createScratch, type Scratch } from '../../course/keep.ts';

/** The checkout as it is now, with the katas of the course in `from`; what it keeps in caches is its own. */
export function createClone(from: string): Scratch {
  const scratch = createScratch(HOME, 'bench');
  for (const part of ['src', 'package.json'])
    cpSync(join(HOME, part), join(scratch.root, part), { recursive: true });
  for (const part of ['katas', 'solutions'])
    cpSync(join(from, part), join(scratch.root, part), { recursive: true });
  return scratch;
}

/** A clone of so many katas: those of `from`, chapter by chapter, again and again. */
export function createGrown(from: string, size: number): Scratch {
  const { root, remove } = createScratch(HOME, 'bench');
  for (const part of ['src', 'package.json'])
    cpSync(join(HOME, part), join(root, part), { recursive: true });
  const chapters = foldersIn(join(from, 'katas'));
  const katas = katasOf(from);
  for (let number = 1, left = size; left > 0; number++) {
    const chapter = chapters[(number - 1) % chapters.length] as string;
    const grown = `${String(number).padStart(2, '0')}-${chapter.replace(/^\d+-/, '')}`;
    const own = katas.filter((kata) => kata.chapter === chapter).slice(0, left);
    for (const half of ['katas', 'solutions'])
      mkdirSync(join(root, half, grown), { recursive: true });
    cpSync(join(from, 'katas', chapter, 'README.md'), join(root, 'katas', grown, 'README.md'));
    for (const kata of own) copyKata(kata, root, grown);
    left -= own.length;
  }
  return { root, remove };
}

function copyKata(kata: Kata, root: string, chapter: string): void {
  const attempts = join(root, 'solutions', chapter, kata.name);
  cpSync(kata.stub, join(root, 'katas', chapter, `${kata.name}.ts`));
  cpSync(kata.spec, join(root, 'katas', chapter, `${kata.name}.spec.ts`));
  cpSync(kata.reference, `${attempts}.ts`);
  cpSync(kata.attempts, attempts, { recursive: true });
}

/** Puts the references in the places of the first so many stubs; of all unless told. */
export function solve(root: string, katas = Number.POSITIVE_INFINITY): void {
  for (const { stub, reference } of katasOf(root).slice(0, katas)) cpSync(reference, stub);
}

/**
 * Specs with trivial bodies, and nothing else.
 *
 * @param tests how many tests each of the files has
 */
export function createFloor(tests: readonly number[]): Scratch {
  const scratch = createScratch(HOME, 'bench');
  tests.forEach((count, i) => {
    writeFileSync(join(scratch.root, `${i}.spec.ts`), trivialSpec(count));
  });
  return scratch;
}

/** The same, where each spec imports a file beside it: one of them can be saved. */
export function createFloorWithStubs(tests: readonly number[]): Scratch {
  const scratch = createScratch(HOME, 'bench');
  tests.forEach((count, i) => {
    writeFileSync(join(scratch.root, `${i}.ts`), `export const answer = ${i};\n`);
    const spec = `import { answer } from './${i}.ts';\n${trivialSpec(count, 'answer')}`;
    writeFileSync(join(scratch.root, `${i}.spec.ts`), spec);
  });
  return scratch;
}

function trivialSpec(count: number, value = '1'): string {
  const tests = Array.from(
    { length: count },
    (_, i) => `test('test ${i}', () => {\n  expect(${value}).toBe(${value});\n});\n`,
  );
  return `import { expect, test } from 'vitest';\n\n${tests.join('\n')}`;
}
