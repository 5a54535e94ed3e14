import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { UsageError } from '../../command/usage-error.ts';
import { HOME } from '../../course/home.ts';
import { KEPT } from '../../course/keep.ts';
import { type Style, terminalStyle } from '../../text/style.ts';
import { findEditor, NO_EDITOR } from '../own/editor.ts';
import { gitIn, isRepository } from '../own/git.ts';

export interface Check {
  readonly of: string;
  /** Whether all is well; a hint where something could be better, and the course works all the same. */
  readonly state: 'good' | 'hint' | 'bad';
  /** What is there; or what is not, and what to do. */
  readonly words: string;
}

type Outcome = Omit<Check, 'of'>;

const good = (words: string): Outcome => ({ state: 'good', words });
const hint = (words: string): Outcome => ({ state: 'hint', words });
const bad = (words: string): Outcome => ({ state: 'bad', words });

/** Looks at what the course needs of a machine, each thing on its own. */
export async function examine(root: string): Promise<Check[]> {
  const checks: Record<string, () => Outcome | Promise<Outcome>> = {
    Node: () => good(process.version),
    packages,
    folder: () => folder(root),
    git: () => git(root),
    editor,
    saves: () => saves(root),
    terminal: () => terminal(terminalStyle()),
  };
  return Promise.all(
    Object.entries(checks).map(async ([of, check]) => ({ of, ...(await check()) })),
  );
}

/** That they are there at all was looked at before we were started. */
function packages(): Outcome {
  const read = (...path: string[]) => JSON.parse(readFileSync(join(HOME, ...path), 'utf8'));
  const wanted = Object.entries<string>(read('package.json').dependencies);
  const others = wanted.flatMap(([name, version]) => {
    const there = read('node_modules', name, 'package.json').version;
    return there === version ? [] : [`${name} is ${there}, and should be ${version}`];
  });
  if (others.length > 0) return bad(`${others.join('; ')}. Run: npm install`);
  return good(`${wanted.length} packages, as package.json wants them`);
}

function folder(root: string): Outcome {
  const file = join(root, KEPT, `doctor-${process.pid}`);
  try {
    mkdirSync(join(root, KEPT), { recursive: true });
    writeFileSync(file, '');
    rmSync(file);
    return good(root);
  } catch (error) {
    return bad(`nothing can be written here (${(error as NodeJS.ErrnoException).code}): ${root}`);
  }
}

function git(root: string): Outcome {
  const ask = gitIn(root, 'reset and update need git');
  try {
    const version = ask(['--version']).trim().replace('git version ', '');
    return isRepository(ask)
      ? good(`${version}, and this is a clone`)
      : hint(
          'this folder is no clone: update does not work here, and reset knows only stubs that npm test has seen untouched. Get it with: git clone',
        );
  } catch (error) {
    if (error instanceof UsageError) return hint(`${error.message} Everything else works.`);
    throw error;
  }
}

function editor(): Outcome {
  const found = findEditor();
  return found ? good(`${found.program} (from ${found.from})`) : hint(NO_EDITOR);
}

/** How long we wait for the news of a save, in ms. */
const PATIENCE = 1000;

async function saves(root: string): Promise<Outcome> {
  const name = `saved-${process.pid}`;
  const file = join(root, KEPT, name);
  const stop = new AbortController();
  try {
    const begun = performance.now();
    const told = new Promise<number>((resolve) => {
      const { signal } = stop;
      const heard = watch(join(root, KEPT), { signal }, (_, of) => {
        if (of === name) resolve(performance.now() - begun);
      });
      heard.on('error', () => {});
    });
    writeFileSync(file, '');
    const after = await Promise.race([told, wait(PATIENCE)]);
    return after === undefined
      ? hint(
          'the system does not report saved files: npm run watch looks for itself, and takes a second longer',
        )
      : good(`the system reports a saved file after ${Math.ceil(after)} ms`);
  } catch (error) {
    return hint(
      `the system does not report saved files (${(error as NodeJS.ErrnoException).code})`,
    );
  } finally {
    stop.abort();
    rmSync(file, { force: true });
  }
}

function terminal({ width, colours, unicode }: Style): Outcome {
  const parts = [`${width} columns`, colours ? 'colours' : 'no colours'];
  return unicode
    ? good([...parts, 'pictures with ━ and ✓'].join(', '))
    : hint([...parts, 'pictures in ASCII, as LANG says no UTF-8'].join(', '));
}
