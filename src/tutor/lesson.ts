import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { type Kata, katasOf } from '../course/katas.ts';
import { readIntroduction, readLesson } from '../course/lesson.ts';
import { findChapter, findEssay } from '../course/names.ts';
import { columnsOf } from '../text/layout.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { lessonIsMissing, renderLesson } from './page/lesson.ts';

/** What a chapter is about, and which katas it has. */
function renderChapter(introduction: string, katas: readonly Kata[], style: Style): string {
  const width = Math.max(...katas.map(({ name }) => name.length));
  const rows = katas.map(({ name, typed: wanted }) => {
    const typed = style.accent(`npm run lesson ${wanted}`);
    const row = `  ${style.bold(name.padEnd(width))}  ${typed}`;
    return columnsOf(row) <= style.width ? row : `  ${typed}`;
  });
  return `${renderMarkdown(introduction, style)}\n\n${rows.join('\n')}`;
}

function lessonOfChapter(root: string, chapter: string, style: Style): string {
  const introduction = readIntroduction(root, chapter);
  if (introduction === undefined) throw lessonIsMissing(chapter);
  const katas = katasOf(root).filter((kata) => kata.chapter === chapter);
  return renderChapter(introduction, katas, style);
}

function essay(root: string, chapter: string, style: Style): string {
  const text = readLesson(root, chapter);
  if (text === undefined) throw lessonIsMissing(chapter);
  return renderMarkdown(text, style);
}

async function textOf(root: string, names: readonly string[], style: Style): Promise<string> {
  const [name, ...more] = names;
  if (name !== undefined && more.length === 0) {
    const katas = katasOf(root);
    const chapter = findChapter(katas, name, root);
    if (chapter) return lessonOfChapter(root, chapter, style);
    const withoutKatas = findEssay(katas, name, root);
    if (withoutKatas) return essay(root, withoutKatas, style);
  }
  return renderLesson(root, await chooseKata(root, names), style);
}

const usage = {
  does: 'Shows the lesson of a kata or a chapter. The hints are not in it.',
  ways: [
    ['npm run lesson', 'of the next kata to do'],
    ['npm run lesson in-order', 'of that kata'],
    ['npm run lesson 01', 'the introduction of a chapter, and its katas'],
    ['npm run lesson 00', 'what is asynchronous, and what is not'],
  ],
  takesKata: true,
} as const;

await command(import.meta.filename, usage, async (names) => {
  show(`\n${await textOf(process.cwd(), names, terminalStyle())}\n`);
});
