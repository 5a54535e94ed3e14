import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { foldersIn, katasOf } from '../course/katas.ts';
import { hintsIn, readIntroduction, readSection, withoutHints } from '../course/lesson.ts';
import { toAscii } from '../text/ascii.ts';
import { columnsOf } from '../text/layout.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { styleFor } from '../text/style.ts';

const chapters = foldersIn(join(HOME, 'katas'));
const katas = katasOf(HOME);

/** Everything that `npm run lesson` and `npm run hint` may have to show. */
function allTexts(): string[] {
  const sections = katas.map((kata) => readSection(HOME, kata) ?? '');
  return [
    ...chapters.map((chapter) => readIntroduction(HOME, chapter) ?? ''),
    ...sections.map(withoutHints),
    ...sections.flatMap((section) => hintsIn(section).map(({ text }) => text)),
  ];
}

test.each([
  ['with colours', styleFor(true, true)],
  ['without', styleFor(false, true)],
  ['in ASCII', styleFor(true, false)],
])('no line of a lesson or a hint is too long, %s', (_how, style) => {
  const lines = allTexts().flatMap((text) => renderMarkdown(text, style).split('\n'));
  expect(lines.filter((line) => columnsOf(line) > style.width)).toEqual([]);
  expect(lines.length).toBeGreaterThan(1000);
});

test.each([40, 50, 57])('a lesson fits in a terminal of %i columns', (columns) => {
  for (const isUnicode of [true, false]) {
    const style = styleFor(false, isUnicode, columns);
    const lines = allTexts().flatMap((text) => renderMarkdown(text, style).split('\n'));
    // A long name stays in one piece.
    const tooLong = lines.filter(
      (line) => columnsOf(line) > style.width && /\S +\S/.test(line.trim()),
    );
    expect(tooLong).toEqual([]);
  }
});

test('the front page leads to every chapter, and counts its katas', () => {
  const page = readFileSync(join(HOME, 'README.md'), 'utf8');
  const rows = [
    ...page.matchAll(/^\| \[.*\]\(katas\/(.+)\/README\.md\) .*\| (\d+|a lesson) +\|$/gm),
  ];
  const counts = chapters.map((chapter) => {
    const { length } = katas.filter((kata) => kata.chapter === chapter);
    return [chapter, length > 0 ? `${length}` : 'a lesson'];
  });
  expect(rows.map(([, chapter, counted]) => [chapter, counted])).toEqual(counts);
});

test('ASCII has a word or a sign for everything that lessons say', () => {
  const signs = new Set([...allTexts().join('')].filter((sign) => sign > '\x7f'));
  expect([...signs].filter((sign) => toAscii(sign) === '?' || toAscii(sign) === '')).toEqual([]);
});

const blocks = chapters.flatMap((chapter) => {
  const lesson = readFileSync(join(HOME, 'katas', chapter, 'README.md'), 'utf8');
  return [...lesson.matchAll(/^```js\r?\n([\s\S]*?)^```/gm)].map(
    ([, code = ''], i) => [`${chapter}, block ${i + 1}`, chapter, code] as const,
  );
});

test.each(blocks)('the code in a lesson runs: %s', async (_name, chapter, code) => {
  const loader = new URL('../start/typescript.mjs', import.meta.url).href;
  // Its imports are those of a file in the chapter's folder.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', loader, '--input-type=module', '--eval', code],
    { cwd: join(HOME, 'katas', chapter) },
  );
  expect(stdout).not.toBe('');
});
