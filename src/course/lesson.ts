/** Reads the lessons: each kata has its own section, and the hints stand in it, folded. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kata } from './katas.ts';

export interface Hint {
  /** `Hint 1: a question`. */
  readonly title: string;
  readonly text: string;
}

export function lessonFile(root: string, kata: Kata): string {
  return join(root, 'katas', kata.chapter, 'README.md');
}

/** A chapter's whole lesson; undefined when there is none. */
export function readLesson(root: string, chapter: string): string | undefined {
  const file = join(root, 'katas', chapter, 'README.md');
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : undefined;
}

/** What a chapter's lesson says before its first kata; undefined when there is no lesson. */
export function readIntroduction(root: string, chapter: string): string | undefined {
  const [introduction] = readLesson(root, chapter)?.split(/^## /m) ?? [];
  return introduction?.trim();
}

/** The kata's part of its lesson, from the heading to the next one; undefined when it has none. */
export function readSection(root: string, kata: Kata): string | undefined {
  return sectionOf(readLesson(root, kata.chapter) ?? '', kata.name);
}

export function sectionOf(lesson: string, kata: string): string | undefined {
  const start = lesson.search(new RegExp(`^## ${kata}$`, 'm'));
  if (start < 0) return undefined;
  const next = lesson.slice(start + 1).search(/^## /m);
  return next < 0 ? lesson.slice(start) : lesson.slice(start, start + 1 + next);
}

const FOLDED = /<details><summary>(?<title>[^<]*)<\/summary>\n(?<text>[\s\S]*?)<\/details>\n?/g;

export function hintsIn(section: string): Hint[] {
  return [...section.matchAll(FOLDED)].map(({ groups }) => ({
    title: groups?.title ?? '',
    text: groups?.text?.trim() ?? '',
  }));
}

/** The section as it is read first: without its hints. */
export function withoutHints(section: string): string {
  return section.replace(FOLDED, '').trimEnd();
}
