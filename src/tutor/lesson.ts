import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { type Kata, katasOf } from '../course/katas.ts';
import { readIntroduction, readSection, withoutHints } from '../course/lesson.ts';
import { findChapter } from '../course/names.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';

/** What a chapter is about, and which katas it has. */
function renderChapter(introduction: string, katas: readonly Kata[], style: Style): string {
  const width = Math.max(...katas.map(({ name }) => name.length));
  const rows = katas.map(({ name }) => {
    const typed = style.accent(`npm run lesson ${name}`);
    return `  ${style.bold(name.padEnd(width))}  ${typed}`;
  });
  return `${renderMarkdown(introduction, style)}\n\n${rows.join('\n')}`;
}

function lessonOfChapter(root: string, chapter: string, style: Style): string {
  const introduction = readIntroduction(root, chapter);
  if (introduction === undefined) throw new UsageError(`The lesson of ${chapter} is missing.`);
  const katas = katasOf(root).filter((kata) => kata.chapter === chapter);
  return renderChapter(introduction, katas, style);
}

function lessonOf(root: string, kata: Kata, style: Style): string {
  const section = readSection(root, kata);
  if (section === undefined) throw new UsageError(`The lesson of ${kata.id} is missing.`);
  return renderMarkdown(withoutHints(section), style);
}

const usage = {
  does: 'Shows the lesson of a kata or a chapter. The hints are not in it.',
  ways: [
    ['npm run lesson', 'of the next kata to do'],
    ['npm run lesson in-order', 'of that kata'],
    ['npm run lesson 01', 'the introduction of a chapter, and what its katas are called'],
  ],
  takesKata: true,
} as const;

await command(import.meta.filename, usage, async (names) => {
  const root = process.cwd();
  const style = terminalStyle();
  const [name = ''] = names;
  const chapter = names.length === 1 ? findChapter(katasOf(root), name, root) : undefined;
  const text = chapter
    ? lessonOfChapter(root, chapter, style)
    : lessonOf(root, await chooseKata(root, names), style);
  show(`\n${text}\n`);
});
