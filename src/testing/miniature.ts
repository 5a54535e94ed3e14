/** A course of a few katas named by their fates, for tests: commands run on it as on the real one. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bareEnvironment } from '../command/spawn.ts';
import { HOME } from '../course/home.ts';
import { createScratch, type Scratch } from '../course/keep.ts';

export type Files = Record<string, string>;

/** Writes a course below our own checkout, where it finds the packages and the lab. */
export function createCourse(files: Files): Scratch {
  const scratch = createScratch(HOME, 'miniature');
  writeFiles(scratch.root, files);
  return scratch;
}

export function writeFiles(root: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
}

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the environment says of a terminal that can show every sign, without colours. */
export const PLAIN = { NO_COLOR: '1', LC_ALL: 'C.UTF-8' };

/** Runs one of our commands (`tutor/test`) as npm would, in the folder of a course. */
export function runCommand(root: string, command: string, ...args: string[]): Promise<Ended> {
  return runCommandIn(PLAIN, root, command, ...args);
}

/** @param terminal what the environment says of the terminal, as PLAIN does */
export function runCommandIn(
  terminal: Record<string, string>,
  root: string,
  command: string,
  ...args: string[]
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      commandLine(command, args),
      // A test that waits for it fails long before, and nothing of it is to stay.
      { cwd: root, env: bareEnvironment(terminal), timeout: 900_000, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const code = error ? Number(error.code ?? 1) : 0;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

/** Starts a command that does not end by itself. */
export function startCommandIn(
  terminal: Record<string, string>,
  root: string,
  command: string,
  ...args: string[]
): ChildProcess {
  return spawn(process.execPath, commandLine(command, args), {
    cwd: root,
    env: bareEnvironment(terminal),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

export function commandLine(command: string, args: readonly string[]): string[] {
  return [join(HOME, 'src', 'start', 'start.mjs'), command, ...args];
}

/** A spec of two tests, for a stub of that name. */
export const specOf = (stub: string) => `import { expect, observe, test } from '#lab';
import { both } from './${stub}.ts';

const scene = () =>
  observe(({ job }) => both(job('a', 30), job('b', 10)), { plan: { a: [0, 30], b: [0, 10] } });

test('runs both at the same time', async () => {
  const trace = await scene();
  expect(trace).toTake(30);
});

test('gives both results', async () => {
  expect(await scene()).toGive(['A', 'B']);
});
`;

export const DONE = `export const both = (a, b) => Promise.all([a(), b()]);
`;

export const FAILING = `export async function both(a, b) {
  const first = await a();
  return [first, await b()];
}
`;

export const UNTOUCHED = `export async function both(a, b) {
  throw new Error('TODO: write both()');
}
`;

const lesson = (...katas: string[]) =>
  katas
    .map(
      (kata) =>
        `## ${kata}\n\nStory.\n\n<details><summary>Hint 1: a question</summary>\n\nWhen?\n\n</details>\n`,
    )
    .join('\n');

/** Two threads; `wrong` loses an increment. */
export const THREADS: Readonly<Record<'spec' | 'right' | 'wrong', string>> = {
  spec: `import { expect, interleave, test } from '#lab';
import * as kata from './1-count.ts';

const once = ({ increment }, memory) => increment(memory);
const count = (threads) => interleave(kata, { cells: ['count'], threads });

test('adds 1', async () => {
  expect(await count({ A: once })).toEndWith({ count: 1 });
});

test('loses none', async () => {
  expect(await count({ A: once, B: once })).toEndWith({ count: 2 });
});
`,
  right: `export const increment = (memory) => void Atomics.add(memory, 0, 1);
`,
  wrong: `export const increment = (memory) => void memory[0]++;
`,
};

/** Katas named by what becomes of them. */
export const FATES: Files = {
  'katas/01-fates/1-done.spec.ts': specOf('1-done'),
  'katas/01-fates/1-done.ts': DONE,
  'katas/01-fates/2-failing.spec.ts': specOf('2-failing'),
  'katas/01-fates/2-failing.ts': FAILING,
  'katas/01-fates/3-untouched.spec.ts': specOf('3-untouched'),
  'katas/01-fates/3-untouched.ts': UNTOUCHED,
  'katas/02-broken/1-syntax.spec.ts': specOf('1-syntax'),
  'katas/02-broken/1-syntax.ts': 'export const both = (',
  'katas/02-broken/2-no-export.spec.ts': specOf('2-no-export'),
  'katas/02-broken/2-no-export.ts': 'export const neither = 1;\n',
  'katas/02-broken/3-gone.spec.ts': specOf('3-gone'),
  'katas/02-broken/4-throws.spec.ts': specOf('4-throws'),
  'katas/02-broken/4-throws.ts': "throw new Error('boom');\n",
  'katas/01-fates/README.md': lesson('1-done', '2-failing', '3-untouched'),
};

const header = (about: string, fails: string[], says: string) =>
  `// ${about}\n${fails.map((title) => `// Fails: ${title}\n`).join('')}// Says: ${says}\n`;

/** One kata, proven. */
export const PROVEN: Files = {
  'katas/01-proof/1-both.spec.ts': specOf('1-both'),
  'katas/01-proof/1-both.ts': UNTOUCHED,
  'katas/01-proof/README.md': lesson('1-both'),
  'solutions/01-proof/1-both.ts': DONE,
  'solutions/01-proof/1-both/right-handles.ts': `// Both are called first, and awaited then.
export async function both(a, b) {
  const [first, second] = [a(), b()];
  return [await first, await second];
}
`,
  'solutions/01-proof/1-both/right-settled.ts': `// With allSettled.
export async function both(a, b) {
  const all = await Promise.allSettled([a(), b()]);
  return all.map(({ value }) => value);
}
`,
  'solutions/01-proof/1-both/wrong-sequential.ts': `${header('Awaits the first before it calls the second.', ['runs both at the same time'], 'one piece ran after another')}${FAILING}`,
  'solutions/01-proof/1-both/wrong-promises.ts': `${header('Takes a promise for its result.', ['runs both at the same time', 'gives both results'], 'Your code did not await')}export const both = async (a, b) => [a(), b()];
`,
  'solutions/01-proof/1-both/wrong-order.ts': `${header('Returns the last result first.', ['gives both results'], 'in the order in which they arrived')}export const both = async (a, b) => (await Promise.all([a(), b()])).reverse();
`,
};

/** The proven kata twice. */
export const TWICE: Files = Object.fromEntries(
  Object.entries(PROVEN).flatMap(([file, text]) => [
    [file, file.endsWith('README.md') ? `${text}\n${text.replace('1-both', '2-both')}` : text],
    ...(file.includes('1-both')
      ? [[file.replace('1-both', '2-both'), file.endsWith('.spec.ts') ? specOf('2-both') : text]]
      : []),
  ]),
);
