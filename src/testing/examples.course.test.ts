import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { aboutExample, examplesOf } from '../course/examples.ts';
import { HOME } from '../course/home.ts';
import { katasOf } from '../course/katas.ts';
import { runReal } from '../tutor/play/real.ts';
import { play } from '../tutor/play/run.ts';
import { linesHere } from '../tutor/play/show/beside.ts';

const examples = examplesOf(HOME);

test('every chapter has between three and eight examples', () => {
  for (const chapter of new Set(katasOf(HOME).map((kata) => kata.chapter))) {
    const own = examples.filter((example) => example.chapter === chapter);
    expect(own.length, chapter).toBeGreaterThanOrEqual(3);
    expect(own.length, chapter).toBeLessThanOrEqual(8);
    expect(own.map(({ name }) => Number.parseInt(name, 10))).toEqual(own.map((_, i) => i + 1));
  }
});

test.each(examples)(
  '$id says what it shows, in at most 30 lines that anybody may run',
  (example) => {
    const text = readFileSync(example.file, 'utf8');
    expect(aboutExample(example)).toMatch(/^[A-Z`].*[.?]$|: npm run play /);
    expect(text.split('\n').length).toBeLessThanOrEqual(30);
    const imports = [...text.matchAll(/from '(.*)'/g)].map(([, name = '']) => name);
    expect(imports.filter((name) => !/^node:|^\.\//.test(name))).toEqual([]);
  },
);

/** One example after another: they are on real time, and should have a thread to themselves. */
test.each(examples)('$id prints the same in plain Node, in the same order', async ({ file }) => {
  const [{ played }, first] = await Promise.all([play({ file }), runReal({ file })]);
  if (played.end.starts) {
    // Here it prints nothing: plain Node is all that runs it.
    const { lines, exitCode, stderr } = first;
    expect({ printed: lines.length > 0, exitCode, stderr }).toEqual({
      printed: true,
      exitCode: 0,
      stderr: '',
    });
    return;
  }
  const here = { lines: linesHere(played).map(({ text }) => text), code: played.end.exitCode };
  const inNode = (real: typeof first) => ({
    lines: real.lines.map(({ text }) => text),
    code: real.exitCode,
  });
  let there = inNode(first);
  // A machine that is busy with others may hold up real timers by more than the examples leave room for.
  for (let tries = 0; tries < 3 && JSON.stringify(there) !== JSON.stringify(here); tries++)
    there = inNode(await runReal({ file }));
  expect(there).toEqual(here);
});
