import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sectionOf } from '../lesson.ts';
import type { KataStanding } from './standing.ts';

export interface Learnt {
  readonly chapter: string;
  /** The lines under the lesson's last heading. */
  readonly lines: string;
}

/** The chapter that is complete since the last run, if any, with what its lesson says was learnt. */
export function justComplete(root: string, standings: readonly KataStanding[]): Learnt | undefined {
  const ran = standings.filter(({ status }) => status !== 'unknown');
  const isComplete = (chapter: string) =>
    standings.every(
      ({ kata, status, promises }) =>
        kata.chapter !== chapter ||
        // With some tests left out, the rest of them proves nothing.
        (status === 'done' && promises.every(({ state }) => state === 'passed')),
    );
  const chapters = [...new Set(ran.map(({ kata }) => kata.chapter))];
  const shown = shownChapters(root);
  const complete = chapters.filter(isComplete);
  // A chapter that is begun again may be finished again.
  const others = shown.filter((chapter) => !chapters.includes(chapter));
  const now = [...others, ...complete];
  if (now.join() !== shown.join()) remember(root, now);
  // Several at once were finished elsewhere, or the memory was lost: the last one is news enough.
  const chapter = complete.filter((it) => !shown.includes(it)).at(-1);
  const lines = chapter && linesLearnt(root, chapter);
  return chapter && lines ? { chapter, lines } : undefined;
}

function linesLearnt(root: string, chapter: string): string | undefined {
  const file = join(root, 'katas', chapter, 'README.md');
  if (!existsSync(file)) return undefined;
  const lesson = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const [, lines] = (sectionOf(lesson, 'What you know now') ?? '').split(/\n{2,}/);
  return lines?.trim();
}

function memoryOf(root: string): string {
  return join(root, '.learn-async', 'chapters.json');
}

/** Losing it costs nothing but reading the lines again. */
function shownChapters(root: string): string[] {
  try {
    const shown: unknown = JSON.parse(readFileSync(memoryOf(root), 'utf8'));
    return Array.isArray(shown) ? shown.map(String) : [];
  } catch {
    return [];
  }
}

function remember(root: string, chapters: readonly string[]): void {
  mkdirSync(join(root, '.learn-async'), { recursive: true });
  writeFileSync(memoryOf(root), JSON.stringify(chapters));
}
