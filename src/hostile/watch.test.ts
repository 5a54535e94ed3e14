import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CASES, FOLDER, innocent, NEXT, placeCase } from '../hostile-corpus.ts';
import { createCourse, DONE, PLAIN, specOf, startCommandIn, writeFiles } from '../miniature.ts';

const STUB = 'katas/01-hostile/saved.ts';
const NEIGHBOUR = 'katas/01-hostile/innocent.ts';
const WAITING = 'waiting  for a save; h for help, q to quit';

const { root, remove } = createCourse({
  ...innocent('innocent'),
  'katas/01-hostile/saved.spec.ts': specOf('saved'),
  [STUB]: DONE,
  ...NEXT,
});
let watch: ReturnType<typeof startCommandIn>;
let printed = '';

beforeAll(async () => {
  watch = startCommandIn(PLAIN, root, 'tutor/test', '--watch');
  watch.stdout?.on('data', (text) => {
    printed += text;
  });
  await nextPage();
});

afterAll(async () => {
  watch.kill();
  if (watch.exitCode === null) await once(watch, 'close');
  remove();
});

/** What is printed from now on, to the end of a page. */
async function nextPage(): Promise<string> {
  await vi.waitUntil(() => printed.includes(WAITING), { timeout: 60_000 });
  const page = printed;
  printed = '';
  return page;
}

/** What a page says of a kata from its tests on, but for what to type next; lines are broken elsewhere. */
function saidIn(page: string, kata: string): string {
  const words = page.replace(/\s+/g, ' ').replaceAll(root, '<course>');
  const head = words.indexOf(` ${kata} katas/01-hostile/`);
  const end = words.indexOf(' spec katas/', head);
  return words
    .slice(head, end < 0 ? undefined : end)
    .replace(kata, 'saved')
    .replaceAll(`01-hostile/${kata}`, '01-hostile/saved')
    .replaceAll(`npm run reset ${kata}`, 'npm run reset saved');
}

for (const hostile of CASES) {
  test(hostile.fate, async () => {
    placeCase(root, hostile, 'saved');
    const page = await nextPage();
    const alone = readFileSync(join(FOLDER, `${hostile.fate}.txt`), 'utf8');
    if (alone.includes(`npm run compare ${hostile.fate}`)) {
      expect(page).toContain('✓ saved is done.');
    } else {
      expect(saidIn(page, 'saved')).toBe(saidIn(alone, hostile.fate));
    }
  });
}

test('and a right answer turns green after all of them, as its neighbour does', async () => {
  writeFiles(root, { [STUB]: DONE });
  expect(await nextPage()).toContain('✓ saved is done.');
  writeFiles(root, { [NEIGHBOUR]: `${DONE}\n` });
  const page = await nextPage();
  expect(page).toContain('✓ innocent is done.');
  expect(page).toContain('2 of 3 katas done');
});
