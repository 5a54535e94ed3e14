import { resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** Begins what is said of a file that is not loaded at all. */
export const REFUSED = 'Not loaded: ';

/** An import of what judges the answer. Types alone are loaded by nobody. */
const OF_THE_TESTS =
  /(?:\bfrom|\bimport\s*\(?)\s*['"`]((?:vitest|chai|@vitest\/[\w-]+|#lab)(?:\/[^'"`]*)?)['"`]/g;

/** The chapter in which learners write the test themselves, and with what. */
const WRITES_TESTS = /[\\/]\d+-judging[\\/]/;
const TOOL_OF_TESTS = 'vitest';

const TYPES = /\bimport\s+type\b[^;]*?from\s*['"][^'"]*['"]/g;

/** Brackets inside brackets: with some thousands of them, parsers have no stack left, and end the process. */
const DEEPEST = 500;

/** Signs one after another, each of which is a level as well: `!!!!…`. */
const LONGEST_CHAIN = /(?:[!~+-]\s*){500}|(?:=>\s*\w+\s*){500}/;

/** Refuses what would bring down the process that loads it, or judge itself. */
export function learnersFiles(): Plugin {
  return {
    name: 'learn-async:learners-files',
    enforce: 'pre',
    transform(code, id) {
      if (!isLearners(id)) return;
      const ofTheTests = importsOfTests(code.replace(TYPES, '')).find(
        (name) => !(name === TOOL_OF_TESTS && WRITES_TESTS.test(id)),
      );
      if (ofTheTests)
        throw new Error(
          `${REFUSED}it imports ${ofTheTests}, which belongs to the tests. A kata imports nothing of them.`,
        );
      if (LONGEST_CHAIN.test(code))
        throw new Error(
          `${REFUSED}500 signs in it follow one another, each of which is a level of its own.`,
        );
      const depth = depthOf(code);
      if (depth > DEEPEST)
        throw new Error(
          `${REFUSED}its brackets are nested ${depth} deep. Nothing that people write is deeper than ${DEEPEST}.`,
        );
    },
  };
}

const importsOfTests = (code: string) =>
  [...code.matchAll(OF_THE_TESTS)].map(([, name]) => name as string);

function isLearners(id: string): boolean {
  const [file = ''] = id.split('?');
  return resolve(file).includes(`${sep}katas${sep}`) && /(?<!\.spec)\.[cm]?[jt]sx?$/.test(file);
}

/** Brackets in texts and comments count as well: it is a bound, and nothing more. */
function depthOf(code: string): number {
  let depth = 0;
  let deepest = 0;
  for (const sign of code) {
    if ('([{'.includes(sign)) deepest = Math.max(deepest, ++depth);
    else if (')]}'.includes(sign)) depth = Math.max(0, depth - 1);
  }
  return deepest;
}
