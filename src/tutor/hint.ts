import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kata } from '../course.ts';
import { type Hint, hintsIn, readSection } from '../lesson.ts';
import { chooseKata, UsageError } from './choose.ts';
import { command } from './command.ts';
import { renderMarkdown } from './markdown.ts';
import { type Style, terminalStyle } from './style.ts';

/** One step more at each call; the steps themselves come from the lesson. */
export function renderHint(kata: Kata, hints: readonly Hint[], step: number, style: Style): string {
  const hint = hints[step - 1] as Hint;
  const more =
    step < hints.length
      ? `${hints.length - step} more: npm run hint ${kata.name}`
      : `That was the last one. The lesson has the rest: npm run lesson ${kata.name}`;
  return `  ${style.bold(`${kata.name}, ${hint.title.charAt(0).toLowerCase()}${hint.title.slice(1)}`)}\n\n${renderMarkdown(hint.text, style)}\n\n  ${style.dim(more)}`;
}

/** Where it is remembered how many steps were shown; losing it costs nothing. */
function memoryOf(root: string): string {
  return join(root, '.learn-async', 'hints.json');
}

function shownSteps(root: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(memoryOf(root), 'utf8'));
  } catch {
    return {};
  }
}

function remember(root: string, shown: Record<string, number>): void {
  mkdirSync(join(root, '.learn-async'), { recursive: true });
  writeFileSync(memoryOf(root), JSON.stringify(shown));
}

await command(import.meta.filename, {}, async (names) => {
  const root = process.cwd();
  const kata = await chooseKata(root, names);
  const hints = hintsIn(readSection(root, kata) ?? '');
  if (hints.length === 0) throw new UsageError(`There are no hints for ${kata.id}.`);
  const shown = shownSteps(root);
  const step = Math.min((shown[kata.id] ?? 0) + 1, hints.length);
  remember(root, { ...shown, [kata.id]: step });
  console.log(`\n${renderHint(kata, hints, step, terminalStyle())}\n`);
});
