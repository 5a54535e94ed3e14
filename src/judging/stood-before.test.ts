import { rmSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { type Kata, katasOf } from '../course/katas.ts';
import { createCourse, DONE, FATES, type Files, writeFiles } from '../testing/miniature.ts';
import { checkShipped } from './as-shipped.ts';
import type { KataStanding, Status, TestStanding } from './standing.ts';
import { apartFrom, StoodBefore } from './stood-before.ts';

const STUB = 'katas/01-fates/1-done.ts';
const SPEC = 'katas/01-fates/1-done.spec.ts';

/** Whether the first kata is recalled when it stood so in the last run, and something was changed after it. */
function isRecalled(
  stood: {
    stub?: string;
    spec?: string;
    files?: Files;
    status?: Status;
    state?: TestStanding['state'];
  },
  change: (root: string) => void = () => {},
  duringRun: (root: string) => void = () => {},
): boolean {
  const { stub = DONE, spec = '', files = {}, status = 'done', state = 'passed' } = stood;
  const { root, remove } = createCourse({
    ...FATES,
    ...files,
    [STUB]: stub,
    [SPEC]: `${FATES[SPEC]}${spec}`,
  });
  onTestFinished(remove);
  const kata = firstOf(root);
  const before = new StoodBefore(root);
  expect(before.recall(kata)).toBeUndefined();
  duringRun(root);
  before.keep([{ ...standing(kata, state), status }]);
  change(root);
  const recalled = new StoodBefore(root).recall(kata);
  if (recalled) expect(recalled).toMatchObject({ kata, status, isFromBefore: true });
  return recalled !== undefined;
}

const firstOf = (root: string) => katasOf(root)[0] as Kata;

function standing(kata: Kata, state: TestStanding['state']): KataStanding {
  const test = { title: '', state, message: undefined, failure: undefined, line: undefined };
  const tests = [{ ...test, cannotRun: undefined }];
  return { kata, status: 'failing', isReference: false, tests, broken: undefined };
}

test.each<[string, Parameters<typeof isRecalled>[0], boolean]>([
  ['done', {}, true],
  ['not begun', { status: 'untouched', state: 'failed' }, true],
  ['failing', { status: 'failing', state: 'failed' }, false],
  ['not run', { status: 'unknown', state: 'skipped' }, false],
  ['done as far as it could be run', { state: 'skipped' }, false],
])('what is %s is recalled: %#', (_, stood, is) => {
  expect(isRecalled(stood)).toBe(is);
});

const write = (files: Files) => (root: string) => writeFiles(root, files);

test.each<[string, (root: string) => void, boolean]>([
  ['another kata', write({ 'katas/01-fates/2-failing.ts': DONE }), true],
  ['the answer', write({ [STUB]: `${DONE}\n` }), false],
  ['the spec', write({ [SPEC]: '' }), false],
  ['how TypeScript is read in its folder', write({ 'katas/01-fates/tsconfig.json': '{}' }), false],
  ['what the folder of all katas says of itself', write({ 'katas/package.json': '{}' }), false],
  ['the answer, which is gone', (root) => rmSync(`${root}/${STUB}`), false],
  ['the memory', write({ '.learn-async/standings.json': 'null' }), false],
])('a change of %s is noticed', (_, change, is) => {
  expect(isRecalled({}, change)).toBe(is);
});

const HELPER = 'katas/01-fates/2-failing.ts';

const DEEP = {
  [HELPER]: "export { f } from '../deeper.ts';\nexport const g = 1;",
  'katas/deeper.ts': '',
};

/** The same lines, one after the other, with another border between two files. */
const MOVED = {
  [HELPER]: "export { f } from '../deeper.ts';",
  'katas/deeper.ts': 'export const g = 1;\n',
};

test.each<[string, Files, Files | ((root: string) => void), boolean]>([
  ['nothing else', {}, {}, true],
  ['what it imports', {}, { [HELPER]: '' }, false],
  ['what that imports, and it is the same', DEEP, { 'katas/deeper.ts': '' }, true],
  ['what that imports', DEEP, { 'katas/deeper.ts': ';' }, false],
  ['which of them has what', DEEP, MOVED, false],
  ['that there is a file', { [HELPER]: '' }, (root) => rmSync(`${root}/${HELPER}`), false],
  ['a way out of what it imports', { [HELPER]: 'console.log(process.env);' }, {}, false],
  [
    'a file by a name',
    { [HELPER]: "import './deeper.ts';", 'katas/01-fates/deeper.ts': '' },
    {},
    false,
  ],
])('an answer that imports another kata rests on %s', (_, files, change, is) => {
  const stub = `import { f } from './2-failing.ts';\n${DONE}`;
  const run = typeof change === 'function' ? change : write(change);
  expect(isRecalled({ stub, files }, run)).toBe(is);
});

test('a run of the references says nothing of the answers, and nothing is forgotten', () => {
  const runReferences = (root: string) =>
    new StoodBefore(root).keep([{ ...standing(firstOf(root), 'failed'), isReference: true }]);
  expect(isRecalled({}, runReferences)).toBe(true);
});

test('what was saved in the middle of the run is not recalled, nor what it was before', () => {
  const save = write({ [STUB]: `${DONE}\n` });
  expect(isRecalled({}, undefined, save)).toBe(false);
  expect(isRecalled({}, write({ [STUB]: DONE }), save)).toBe(false);
});

test.each<[string, boolean]>([
  ["import { setTimeout } from 'node:timers/promises';", true],
  ["import { Worker } from 'worker_threads';", true],
  ["import { vi } from 'vitest';", true],
  ['process.nextTick(f);', true],
  ['// leaves no timer and no process.\n// The next', true],
  ["const scheme = '//', old = process.umask();", false],
  ["import type { Page } from './missing.ts';", true],
  ["// import type\nimport { help } from './missing.ts';", false],
  ["import { readFileSync } from 'node:fs';", false],
  ["import { request } from 'http';", false],
  ["import pMap from 'p-map';", false],
  ["const { env } = await import('node:process');", false],
  ['const { env } = process;', false],
  ['f(process);', false],
  ["import { execSync } from 'node:child_process';", false],
  ['const { random } = Math;', false],
  ['Math.max(1, Math.floor(2.5));', true],
  ['if (process.env.DEBUG) f();', false],
  ['import(name);', false],
  ["import { help } from './2-failing.ts';", true],
  ["import { help } from './2-failing';", false],
  ["import './helper.ts';", false],
  ["import {\n  help, // don't\n} from './helper.ts';", false],
  ["import { help } from '#help';", false],
  ["new Worker('./helper.ts');", false],
  ["new URL('helper.ts', import.meta.url);", false],
  ['setTimeout(f, Math.random());', false],
  ["fetch('http://localhost');", false],
])('an answer with %j is recalled: %s', (line, is) => {
  expect(isRecalled({ stub: `${line}\n${DONE}` })).toBe(is);
});

test.each<[string, boolean]>([
  ["import { inspect } from 'node:util';", true],
  ["import './2-failing.ts';", true],
  ["import './2-failing';", false],
  ["import text from './2-failing.ts?raw';", false],
  ["import { readFileSync } from 'node:fs';", false],
  ['if (process.env.DEBUG) f();', false],
  ['expect(1).toMatchSnapshot();', false],
  ['expect(1).toMatchInlineSnapshot();', true],
])('a kata with %j in its spec is recalled: %s', (line, is) => {
  expect(isRecalled({ spec: `\n${line}\n` })).toBe(is);
});

test('katas that share a file run together, or not at all', () => {
  const importing = "export { both } from './1-done.ts';\n";
  const { root, remove } = createCourse({
    ...FATES,
    [HELPER]: "export { both } from '../helper.ts';\n",
    'katas/01-fates/3-untouched.ts': "export { both } from './2-failing.ts';\n",
    'katas/02-broken/1-syntax.ts': importing.replace('./', '../01-fates/'),
    'katas/helper.ts': DONE,
  });
  onTestFinished(remove);
  const katas = katasOf(root);
  const apart = (...running: number[]) =>
    apartFrom(
      katas,
      katas.filter((_, i) => !running.includes(i)).map((kata) => standing(kata, 'passed')),
    ).map(({ kata }) => katas.indexOf(kata));
  expect(apart()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(apart(4)).toEqual([0, 1, 2, 3, 5, 6]);
  expect(apart(0)).toEqual([1, 2, 4, 5, 6]);
  expect(apart(2, 3)).toEqual([4, 5, 6]);
});

test('what a run of everything has seen fail is forgotten', () => {
  const runAll = (root: string) =>
    new StoodBefore(root).forget([standing(firstOf(root), 'failed')]);
  expect(isRecalled({}, runAll)).toBe(false);
});

const SHIPPED: Files = { ...FATES, 'katas/as-shipped.json': '{}' };

/** How the kata that nobody has begun stands, as far as that is known without a run. */
function knownOf(change: Files = {}, stood?: Status): Status | undefined {
  const { root, remove } = createCourse(SHIPPED);
  onTestFinished(remove);
  const untouched = katasOf(root)[2] as Kata;
  expect(checkShipped(root, [untouched], true)).toEqual([]);
  writeFiles(root, change);
  const before = new StoodBefore(root);
  expect(before.recall(firstOf(root))).toBeUndefined();
  const { status } = before.recall(untouched) ?? {};
  if (!stood) return status;
  before.keep([{ ...standing(untouched, 'failed'), status: stood }]);
  return new StoodBefore(root).recall(untouched)?.status;
}

const NOT_BEGUN = FATES['katas/01-fates/3-untouched.ts'] as string;

test.each<[string, Files, Status | undefined]>([
  ['it came', {}, 'untouched'],
  ['it came, with the line ends of Windows', windows(NOT_BEGUN), 'untouched'],
  ['somebody began it', { 'katas/01-fates/3-untouched.ts': `${NOT_BEGUN}// Mine.` }, undefined],
  ['somebody changed its spec', { 'katas/01-fates/3-untouched.spec.ts': '' }, undefined],
  ['it came, with half of the file that says so', { 'katas/as-shipped.json': '{' }, undefined],
  ['it came, with nothing in that file', { 'katas/as-shipped.json': 'null' }, undefined],
])('before its first run, a kata is known to be untouched as %s: %#', (_, change, status) => {
  expect(knownOf(change)).toBe(status);
});

function windows(text: string): Files {
  return { 'katas/01-fates/3-untouched.ts': text.replaceAll('\n', '\r\n') };
}

test('what a run has shown counts more than how the kata came', () => {
  expect(knownOf({}, 'failing')).toBeUndefined();
  expect(knownOf({}, 'untouched')).toBe('untouched');
});
