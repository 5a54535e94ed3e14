import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createCourse, DONE, PLAIN, specOf, startCommandIn, writeFiles } from '../miniature.ts';
import { CASES, innocent, NEXT } from './corpus.ts';

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

/** As long as a second look at the same save may take, in real ms. */
const QUIET = 300;

/** The last page that is printed from now on: a spec and a stub that are both saved make two. */
async function nextPage(): Promise<string> {
  await vi.waitUntil(() => printed.includes(WAITING), { timeout: 60_000 });
  for (let seen = -1; seen < printed.length; await wait(QUIET)) seen = printed.length;
  const pages = printed.split(WAITING);
  printed = '';
  return `${pages.at(-2)}${WAITING}`;
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
    hostile.place(root, '01-hostile', 'saved');
    const page = await nextPage();
    const alone = readFileSync(hostile.page, 'utf8');
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
