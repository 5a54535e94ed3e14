import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { HOME } from '../../course/home.ts';
import { createCourse, PLAIN, runCommand, runCommandIn, writeFiles } from '../miniature.ts';
import { CASES, innocent, NEXT, placeCase } from './corpus.ts';

/** Real ms in which each test of a kata has to be stopped, whatever it does. */
const LIMIT = 3000;

/** How many times as long as alone anything may take on a machine that is busy with others. */
const SLACK = 3;

/** What varies from machine to machine, and from run to run, and nothing else. */
function steady(output: string, root: string): string {
  return output
    .replaceAll(root, '<course>')
    .replaceAll(/ws:\/\/\S+/g, 'ws://<address>')
    .replaceAll(/(?<=^For help, see: )\S+/gm, '<page of Node>')
    .replaceAll(/^ {4}at .*\n/gm, '');
}

let innocentTime: Promise<number> | undefined;

/** What a run of a right answer takes, in real ms. */
function timeOfInnocent(): Promise<number> {
  innocentTime ??= measureInnocent();
  return innocentTime;
}

async function measureInnocent(): Promise<number> {
  const { root, remove } = createCourse({ ...innocent('innocent'), ...NEXT });
  const begun = performance.now();
  await runCommand(root, 'tutor/test', 'innocent');
  remove();
  return performance.now() - begun;
}

for (const hostile of CASES) {
  test.concurrent(hostile.fate, { timeout: 60_000 }, async ({ expect }) => {
    const { root, remove } = createCourse(NEXT);
    placeCase(root, hostile, hostile.fate);
    const calm = await timeOfInnocent();
    const begun = performance.now();
    const { stdout, stderr } = await runCommand(root, 'tutor/test', hostile.fate);
    const took = performance.now() - begun;
    remove();
    const page = steady(stderr + stdout, root);
    // Somebody else's machine has other paths.
    expect(page).not.toContain(HOME);
    await expect(page).toMatchFileSnapshot(hostile.page);
    expect(took).toBeLessThan(SLACK * (calm + 2 * LIMIT));
  });
}

/** How many tests pass, as its page says it for one kata and a list for several. */
function countIn(page: string): string {
  return /\d of \d tests pass/.exec(page)?.[0] ?? '0 of 0 tests pass';
}

test.each([1, 2])(
  'all of them in one course, with right answers between them, in %i at a time',
  async (workers) => {
    const { root, remove } = createCourse(NEXT);
    const expected = CASES.flatMap((hostile, i) => {
      placeCase(root, hostile, hostile.fate);
      const page = readFileSync(hostile.page, 'utf8');
      const line = `${hostile.fate}  ${countIn(page)}`;
      if (i % 3 > 0) return [line];
      const name = `innocent-${i}`;
      writeFiles(root, innocent(name));
      return [line, `${name}  2 of 2 tests pass`];
    });
    const begun = performance.now();
    const terminal = { ...PLAIN, VITEST_MAX_WORKERS: `${workers}` };
    const { stdout } = await runCommandIn(terminal, root, 'tutor/test', '01-hostile');
    const took = performance.now() - begun;
    remove();
    const lines = [...stdout.matchAll(/^ {2}[✓✗·] 01-hostile\/(.*)$/gm)].map(([, line]) => line);
    expect(lines.sort()).toEqual(expected.sort());
    expect(took).toBeLessThan(SLACK * CASES.length * LIMIT);
  },
);
