/** The door of `scenes.ts` beside the attempts at a kata. That file runs as a test file: a test for each attempt. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { inject, vi } from 'vitest';
import { observe, test } from '../../lab/index.ts';
import { setCurrentTest } from '../../lab/run/current-test.ts';
import { say } from './say.ts';
import { type Aspects, difference, SCENE_FAILS, seenOf } from './seen.ts';
import { Notes, Tools } from './tools.ts';
import { delay } from './works.ts';

export { default as fc } from 'fast-check';
export { ownCopyOf } from '../../lab/index.ts';
export type { Tools } from './tools.ts';
export * from './works.ts';

export interface Scenes<Exports, Input> extends Aspects {
  /** What one call gets, as plain data. */
  readonly input: fc.Arbitrary<Input>;
  /** How many calls there may be in a scene, at the same time or one after another; two without it. */
  readonly calls?: number;
  /** Makes one call with what the kata exports, and fulfils when all of it has been seen. */
  readonly call: (exports: Exports, input: Input, tools: Tools) => unknown;
  /** Wrong attempts that no scene can notice, by their names (`wrong-unref`), each with the reason. */
  readonly excuses?: Readonly<Record<string, string>>;
}

export interface Wanted {
  /** Scenes for each attempt. */
  readonly runs: number;
  readonly seed: number;
}

/** How an attempt compares with the reference. */
export interface Verdict {
  /** How many scenes were run; of a wrong attempt that differs, the last of them is the one that shows it. */
  readonly scenes: number;
  readonly differs: boolean;
  readonly excuse?: string | undefined;
  /** For a right attempt that differs: the smallest scene in which it does, and what only one of the two shows. */
  readonly found?: Found | undefined;
}

/** A scene in which two differ, and the lines that only one of them shows. */
export interface Found {
  readonly scene: string;
  readonly onlyReference: readonly string[];
  readonly onlyAttempt: readonly string[];
}

declare module 'vitest' {
  interface TaskMeta {
    random?: Verdict;
  }
  interface ProvidedContext {
    random?: Wanted;
  }
}

interface Call<Input> {
  /** When it begins, in ms. */
  readonly at: number;
  readonly input: Input;
}

type Scene<Input> = readonly Call<Input>[];

/** @param folder `import.meta.dirname` */
export function scenes<Exports, Input>(folder: string, given: Scenes<Exports, Input>): void {
  const { runs, seed } = inject('random') ?? { runs: 100, seed: 1 };
  const { input, calls = 2, excuses = {} } = given;
  const all: fc.Arbitrary<Scene<Input>> = fc.array(fc.record({ at: delay, input }), {
    minLength: 1,
    maxLength: calls,
  });
  // Our own code is one file that Node has loaded, and Node alone cannot load theirs.
  const load = (file: string) => vi.importActual<Exports>(file.replaceAll('\\', '/'));

  const known = new Map<string, string[]>();
  const broken: string[] = [];
  const reference = async (scene: Scene<Input>) => {
    const key = fc.stringify(scene);
    const seen = known.get(key) ?? (await play(given, await load(`${folder}.ts`), scene));
    known.set(key, seen);
    const failure = seen.find((line) => line.startsWith(SCENE_FAILS));
    if (failure) broken.push(`with the reference, ${failure}: ${key}`);
    return seen;
  };

  // An excuse for what is not there is a test that cannot be run.
  for (const name of new Set([...namesIn(folder), ...Object.keys(excuses)])) {
    test(name, async ({ task }) => {
      // The lab keeps each run of a test, for its pictures. With hundreds of scenes, that fills the memory.
      setCurrentTest(undefined);
      const exports = await load(join(folder, `${name}.ts`));
      const compare = async (scene: Scene<Input>) =>
        difference(await reference(scene), await play(given, exports, scene));
      const isSame = fc.asyncProperty(all, async (scene) => {
        const [one, other] = await compare(scene);
        return one.length + other.length === 0;
      });
      // What is wrong may differ as it likes, and needs no smallest scene.
      const isRight = name.startsWith('right-');
      const { failed, numRuns, counterexample } = await fc.check(isSame, {
        seed,
        numRuns: runs,
        endOnFailure: !isRight,
      });
      if (broken[0]) throw new Error(broken[0]);
      task.meta.random = {
        scenes: numRuns,
        differs: failed,
        excuse: excuses[name],
        found: isRight && counterexample ? await smallest(counterexample[0], compare) : undefined,
      };
    });
  }
}

/** One of its calls alone may be enough. */
async function smallest<Input>(
  scene: Scene<Input>,
  compare: (scene: Scene<Input>) => Promise<[string[], string[]]>,
): Promise<Found | undefined> {
  for (const part of [...scene.map((call) => [call]), scene]) {
    const [onlyReference, onlyAttempt] = await compare(part);
    if (onlyReference.length + onlyAttempt.length > 0)
      return { scene: fc.stringify(part), onlyReference, onlyAttempt };
  }
  return undefined;
}

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^(right|wrong)-.+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** Runs a scene with these exports, and tells what was seen of it. */
async function play<Exports, Input>(
  given: Scenes<Exports, Input>,
  exports: Exports,
  scene: Scene<Input>,
): Promise<string[]> {
  const notes = new Notes(given.duringCall ?? false);
  const trace = await observe((lab) =>
    Promise.all(
      scene.map(async ({ at, input }, i) => {
        const tools = new Tools(lab, notes, i);
        await tools.at(at, () => given.call(exports, input, tools));
      }),
    ),
  );
  for (const look of notes.looks) look(trace);
  return seenOf(trace, notes.lines, (value) => say(value, notes.labels), given);
}
