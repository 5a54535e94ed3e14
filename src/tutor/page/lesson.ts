import { UsageError } from '../../command/usage-error.ts';
import { type Kata, katasOf } from '../../course/katas.ts';
import { readSection, withoutHints } from '../../course/lesson.ts';
import { breakLine } from '../../text/layout.ts';
import { renderMarkdown } from '../../text/markdown.ts';
import type { Style } from '../../text/style.ts';

/** @throws {UsageError} where it has none */
export function renderLesson(root: string, kata: Kata, style: Style): string {
  const section = readSection(root, kata);
  if (section === undefined) throw lessonIsMissing(kata.id);
  const lesson = renderMarkdown(withoutHints(section), style);
  return isFirst(root, kata) ? `${lesson}\n\n${renderChapterFirst(kata, style)}` : lesson;
}

/** Before its first kata, a chapter explains what all of them are about. */
function isFirst(root: string, { id, chapter }: Kata): boolean {
  return katasOf(root).find((kata) => kata.chapter === chapter)?.id === id;
}

function renderChapterFirst({ chapter }: Kata, style: Style): string {
  const typed = style.accent(`npm run lesson ${chapter.split('-')[0]}`);
  const line = `  ${style.dim('This is the first kata of its chapter, which begins with:')} ${typed}`;
  return breakLine(line, style.width, '  ');
}

export const lessonIsMissing = (what: string) =>
  new UsageError(`The lesson of ${what} is missing.`);
