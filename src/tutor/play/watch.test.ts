import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { HOME } from '../../course/home.ts';
import { createScratch } from '../../course/keep.ts';
import { untilSaved } from './watch.ts';

function written(text: string): string {
  const { root, remove } = createScratch(HOME, 'watch');
  onTestFinished(remove);
  const file = join(root, 'main.ts');
  writeFileSync(file, text);
  return file;
}

test('what was saved while it ran is seen', async () => {
  const file = written('two');
  await untilSaved(new Map([[file, 'one']]));
});

test('what was written again as it was is no change, and what is saved later is seen', async () => {
  const file = written('one');
  let isSeen = false;
  const seen = untilSaved(new Map([[file, 'one']])).then(() => {
    isSeen = true;
  });
  writeFileSync(file, 'one');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isSeen).toBe(false);
  writeFileSync(file, 'two');
  await seen;
});
