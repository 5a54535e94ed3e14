import { UsageError } from '../../command/usage-error.ts';
import type { Kata } from '../../course/katas.ts';
import { readSection, withoutHints } from '../../course/lesson.ts';
import { renderMarkdown } from '../../text/markdown.ts';
import type { Style } from '../../text/style.ts';

/** @throws {UsageError} where it has none */
export function renderLesson(root: string, kata: Kata, style: Style): string {
  const section = readSection(root, kata);
  if (section === undefined) throw lessonIsMissing(kata.id);
  return renderMarkdown(withoutHints(section), style);
}

export const lessonIsMissing = (what: string) =>
  new UsageError(`The lesson of ${what} is missing.`);
