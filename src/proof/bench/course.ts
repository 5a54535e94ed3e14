/** Courses to measure: below our own checkout, where packages resolve, and gone afterwards. */
import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attemptsOf } from '../../course/attempts.ts';
import { HOME } from '../../course/home.ts';
import { katasOf } from '../../course/katas.ts';
import { createScratch, type Scratch } from '../../course/keep.ts';
import { AS_SHIPPED } from '../../judging/as-shipped.ts';

/**
 * The checkout as it is now, with the katas of the course in `from`; what it keeps in caches is its own.
 *
 * @param size how many katas: those of `from`, chapter by chapter, again and again; each once unless told
 * @param most attempts of a kata; all of them unless told
 */
export function createCopy(
  from: string,
  size = katasOf(from).length,
  most = Number.POSITIVE_INFINITY,
): Scratch {
  const scratch = createScratch(HOME, 'bench');
  const copy = (source: string, ...path: string[]) =>
    cpSync(source, join(scratch.root, ...path), { recursive: true });
  for (const part of ['src', 'package.json']) copy(join(HOME, part), part);
  if (existsSync(join(from, AS_SHIPPED))) copy(join(from, AS_SHIPPED), AS_SHIPPED);
  const katas = katasOf(from);
  // 00-why has no katas. Without it, the place of a chapter in this list is its number, and specs import by that.
  const chapters = [...new Set(katas.map(({ chapter }) => chapter))];
  for (let number = 1, left = size; left > 0; number++) {
    const chapter = chapters[(number - 1) % chapters.length] as string;
    const name = `${String(number).padStart(2, '0')}-${chapter.replace(/^\d+-/, '')}`;
    const own = katas.filter((kata) => kata.chapter === chapter).slice(0, left);
    copy(join(from, 'katas', chapter, 'README.md'), 'katas', name, 'README.md');
    for (const kata of own) {
      copy(kata.stub, 'katas', name, `${kata.name}.ts`);
      copy(kata.spec, 'katas', name, `${kata.name}.spec.ts`);
      copy(kata.reference, 'solutions', name, `${kata.name}.ts`);
      for (const attempt of attemptsOf(kata).slice(0, most))
        copy(attempt.file, 'solutions', name, kata.name, attempt.name);
    }
    left -= own.length;
  }
  return scratch;
}

/** Puts the references in the places of the first so many stubs; of all unless told. */
export function solve(root: string, katas = Number.POSITIVE_INFINITY): void {
  for (const { stub, reference } of katasOf(root).slice(0, katas)) cpSync(reference, stub);
}

/**
 * Specs with trivial bodies, and nothing else.
 *
 * @param tests how many tests each of the files has
 * @param hasStubs whether each imports a file beside it, which can be saved
 */
export function createFloor(tests: readonly number[], hasStubs = false): Scratch {
  const scratch = createScratch(HOME, 'bench');
  const value = hasStubs ? 'answer' : '1';
  for (const [i, count] of tests.entries()) {
    const imports = [
      `import { expect, test } from 'vitest';\n`,
      ...(hasStubs ? [`import { answer } from './${i}.ts';\n`] : []),
    ];
    const bodies = Array.from(
      { length: count },
      (_, n) => `\ntest('test ${n}', () => {\n  expect(${value}).toBe(${value});\n});\n`,
    );
    writeFileSync(join(scratch.root, `${i}.spec.ts`), [...imports, ...bodies].join(''));
    if (hasStubs) writeFileSync(join(scratch.root, `${i}.ts`), `export const answer = ${i};\n`);
  }
  return scratch;
}
