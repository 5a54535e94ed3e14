import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recall, remember } from '../../course/keep.ts';
import { sectionOf } from '../../course/lesson.ts';
import type { KataStanding } from '../../judging/standing.ts';

export interface Learnt {
  readonly chapter: string;
  /** The lines under the lesson's last heading. */
  readonly lines: string;
}

export interface News {
  /** The chapter that is complete since the last run, if any, with what its lesson says was learnt. */
  readonly learnt: Learnt | undefined;
  /** The whole course is done, and its end has not been told. */
  readonly isEnd: boolean;
}

/** It stands among the chapters that were told of; their names begin with a number. */
const COURSE = 'the course';

/** What was told of is kept under this name; losing it costs nothing but reading the lines again. */
const TOLD = 'chapters';

/** What a run has changed; each piece of news is told once. */
export function newsIn(root: string, standings: readonly KataStanding[]): News {
  const ran = standings.filter(({ status }) => status !== 'unknown');
  const chapters = [...new Set(ran.map(({ kata }) => kata.chapter))];
  const told = toldBefore(root);
  const complete = chapters.filter((chapter) =>
    standings.every((standing) => standing.kata.chapter !== chapter || isComplete(standing)),
  );
  const isAll = standings.length > 0 && standings.every(isComplete);
  const isNotAll = ran.some((standing) => !isComplete(standing));
  // A chapter that is begun again may be finished again.
  const others = told.filter((it) => !chapters.includes(it) && !(it === COURSE && isNotAll));
  const now = [...others, ...complete];
  if (now.join() !== told.join()) remember(root, TOLD, now);
  // Several at once were finished elsewhere, or the memory was lost: the last one is news enough.
  const chapter = complete.filter((it) => !told.includes(it)).at(-1);
  const lines = chapter && linesLearnt(root, chapter);
  return {
    learnt: chapter && lines ? { chapter, lines } : undefined,
    isEnd: isAll && !told.includes(COURSE),
  };
}

/** The end is told when everything has passed once more, and not before. */
export function rememberEnd(root: string): void {
  remember(root, TOLD, [...toldBefore(root), COURSE]);
}

/** With some tests left out, the rest of them proves nothing. */
function isComplete({ status, tests }: KataStanding): boolean {
  return status === 'done' && tests.every(({ state }) => state === 'passed');
}

function linesLearnt(root: string, chapter: string): string | undefined {
  const file = join(root, 'katas', chapter, 'README.md');
  if (!existsSync(file)) return undefined;
  const lesson = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const [, lines] = (sectionOf(lesson, 'What you know now') ?? '').split(/\n{2,}/);
  return lines?.trim();
}

function toldBefore(root: string): string[] {
  const told = recall(root, TOLD);
  return Array.isArray(told) ? told.map(String) : [];
}
