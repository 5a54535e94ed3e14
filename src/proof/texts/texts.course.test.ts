import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../../course/home.ts';
import { createCourse } from '../../testing/miniature.ts';
import { exampleFiles } from '../new/files.ts';
import { withSection } from '../new/lesson.ts';
import { textsIn } from './texts.ts';
import { wordsInSentences, wrongWords } from './words.ts';

/** Words of the front page, as a person would count them. */
const MOST_WORDS = 1500;

test('no text uses a word in a sense that it does not have here', async () => {
  expect(wrongWords(await textsIn(HOME))).toEqual([]);
});

test('the example with which a new kata begins uses none either', async () => {
  const kata = { chapter: '20-mine', name: '1-time-limit', function: 'timeLimit' };
  const lesson = { 'katas/20-mine/README.md': withSection(undefined, kata) };
  const { root, remove } = createCourse({ ...exampleFiles(kata), ...lesson });
  const texts = await textsIn(root);
  remove();
  expect(new Set(texts.map(({ kind }) => kind))).toEqual(
    new Set(['lesson', 'contract', 'title', 'attempt']),
  );
  expect(wrongWords(texts)).toEqual([]);
});

test('the front page can be read at one go', () => {
  const page = readFileSync(join(HOME, 'README.md'), 'utf8');
  expect(page.match(/[\p{L}\p{N}][\p{L}\p{N}'’`/._-]*/gu)?.length).toBeLessThanOrEqual(MOST_WORDS);
});

test('texts of every kind are read, and their words are found where they stand', async () => {
  const { root, remove } = createCourse({
    'README.md':
      '# A page\n\nWhoever\nreads it.\n\n```js\nwhoever();\n```\n\n- An item\n- that is anew\n',
    'katas/01-a/1-b.ts': '/**\n * Gives 42.\n */\nexport const b = 1; // Fine.\n',
    'katas/01-a/1-b.spec.ts': "test('hears of it', () => {});\n",
    'solutions/01-a/1-b/wrong-c.ts': '// He waits for ever.\n// Fails: hears of it\n',
    'src/lab/laws/d.ts': 'export const law = (n) => `It gave way at $' + '{n} ms.`;\n',
    'src/tutor/e.ts': "// whoever\nconsole.log('Every promise of it is kept.');\n",
  });
  const texts = await textsIn(root);
  remove();
  expect(wrongWords(texts)).toEqual([
    'README.md:3: «Whoever», better: the code; you',
    'README.md:11: «anew», better: again; new',
    'katas/01-a/1-b.spec.ts:1: «hears», better: handled, unhandled',
    'katas/01-a/1-b.ts:1: «Gives», better: returns; fulfils with',
    'solutions/01-a/1-b/wrong-c.ts:1: «for ever», better: never ends; never settles',
    'solutions/01-a/1-b/wrong-c.ts:1: «He», better: they',
    'src/lab/laws/d.ts:1: «gave way», better: yields',
    'src/lab/laws/d.ts:1: «gave», better: returns; fulfils with',
    'src/tutor/e.ts:2: «Every promise of», better: test; expected',
  ]);
  expect(wordsInSentences(texts).get('title')).toBe(3);
});
