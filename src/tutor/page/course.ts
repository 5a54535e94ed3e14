/** What a learner sees of the course after a run. Everything here renders text; nothing prints. */

import { title } from '../../course/katas.ts';
import type { KataStanding } from '../../judging/standing.ts';
import { count as counted, was } from '../../text/english.ts';
import { breakLine, columnsOf } from '../../text/layout.ts';
import { renderMarkdown } from '../../text/markdown.ts';
import type { Style } from '../../text/style.ts';
import { renderLastWords } from '../end/page.ts';
import { type Mode, renderKata, renderKeys, renderNext, renderSteps, WAITING } from './kata.ts';

const BAR = 40;
const CHAPTER_BAR = 10;

/**
 * The whole course: how far one is, the kata at hand, and what to type next. From the fullest page to the
 * leanest, which begins with the failure.
 */
export function courseViews(
  standings: readonly KataStanding[],
  focus: KataStanding | undefined,
  mode: Mode,
  style: Style,
): string[] {
  const standing = renderStanding(standings, mode, style);
  const [head = ''] = standing.split('\n');
  if (!focus) {
    const end = [renderAllDone(standings, style)];
    if (mode !== 'once') end.push(renderSteps([WAITING.watch], style));
    return [standing, head].map((first) => [first, ...end].join('\n\n'));
  }
  const [page = '', ...leaner] = kataViews(focus, mode, style);
  return [`${standing}\n\n${page}`, `${head}\n\n${page}`, page, ...leaner];
}

/** A kata and what to type next, from the fullest page to the leanest. */
export function kataViews(standing: KataStanding, mode: Mode, style: Style): string[] {
  const [whole, brief] = [false, true].map((isBrief) => renderKata(standing, style, isBrief));
  const keys = mode === 'keys' ? renderKeys(style) : renderNext(standing, mode, style);
  return [
    `${whole}\n\n${renderNext(standing, mode, style)}`,
    `${whole}\n\n${keys}`,
    `${brief}\n\n${keys}`,
  ];
}

/**
 * What has just been achieved, and how one goes on: for a reader who has keys.
 *
 * @param standings of the whole course; none where only a part was run
 */
export function doneViews(
  done: readonly KataStanding[],
  learnt: readonly string[],
  standings: readonly KataStanding[],
  next: KataStanding | undefined,
  style: Style,
): string[] {
  const standing = standings.length > 0 ? renderStanding(standings, 'keys', style) : '';
  const [head = ''] = standing.split('\n');
  const names = done.map(({ kata }) => `  ${style.good(`${style.done} ${kata.name} is done.`)}`);
  const kata = done.at(-1)?.kata;
  const steps = renderSteps(
    [
      ['compare', `press d, or npm run compare ${kata?.typed}`],
      ...(next ? [['next', `press n for ${next.kata.name}`] as const] : []),
      ...(standings.length === 0 && !next ? [['others', 'q, then npm run watch'] as const] : []),
      ['waiting', 'for a save; h for help, q to quit'],
    ],
    style,
  );
  return [standing, head, ''].map((part) =>
    [names.join('\n'), ...learnt, part, steps].filter((text) => text !== '').join('\n\n'),
  );
}

/** The whole course and no kata in particular: how far one is, and which is next. */
export function renderProgress(standings: readonly KataStanding[], style: Style): string {
  const next = standings.find(({ status }) => status !== 'done');
  const count = (...wanted: string[]) =>
    standings.filter(({ status }) => wanted.includes(status)).length;
  const counts = [
    `${style.good(style.done)} ${count('done')} done`,
    `${style.bad(style.failed)} ${count('failing', 'unknown')} in progress`,
    `${style.dim(style.open)} ${count('untouched')} not started`,
  ];
  const end = next
    ? `  ${style.dim('next')}  ${style.accent(`npm test ${next.kata.typed}`)}`
    : `${renderAllDone(standings, style)}\n\n${renderLastWords(style)}`;
  return [renderStanding(standings, 'once', style), `  ${counts.join('   ')}`, end].join('\n\n');
}

/** A bar for the course, and a row for each chapter with a sign for each kata. */
function renderStanding(standings: readonly KataStanding[], mode: Mode, style: Style): string {
  const done = standings.filter(({ status }) => status === 'done').length;
  const words = standings.some(({ isReference }) => isReference) ? 'references pass' : 'katas done';
  const count = `${done} of ${standings.length}`;
  const room = style.width - count.length - words.length - 6;
  const head = `  ${bar(done, standings.length, Math.min(BAR, room), style)}  ${style.bold(count)} ${words}`;
  const chapters = [...new Set(standings.map(({ kata }) => kata.chapter))];
  const width = Math.max(...chapters.map((chapter) => title(chapter).length));
  const rows = chapters.map((chapter) => {
    const own = standings.filter(({ kata }) => kata.chapter === chapter);
    const ready = own.filter(({ status }) => status === 'done').length;
    const signs = own.map((standing) => sign(standing, style)).join(' ');
    return `  ${title(chapter).padEnd(width)}  ${bar(ready, own.length, CHAPTER_BAR, style)}  ${ready} of ${own.length}  ${signs}`;
  });
  return [head, rows.join('\n'), ...sayUnchanged(standings, mode, style)].join('\n\n');
}

/** What stands there without a run of its own is told apart from what was run. */
function sayUnchanged(standings: readonly KataStanding[], mode: Mode, style: Style): string[] {
  const known = standings.filter(({ isFromBefore }) => isFromBefore);
  const { length } = known;
  if (length === 0) return [];
  // On the first page of all, nobody knows of a time before.
  const areNew = known.every(({ status }) => status === 'untouched');
  const which = areNew
    ? `${counted(length, 'kata')} that you have not started`
    : counted(length, 'unchanged kata');
  const words = `${which} ${was(length)} not run. To run all:`;
  const line = `  ${style.dim(words)} ${style.accent(mode === 'keys' ? 'press a' : 'npm test -- --all')}`;
  return [breakLine(line, style.width, '  ')];
}

/** What is said of a kata that has just turned green, above the next one. */
export function renderDone(standing: KataStanding, style: Style): string {
  const { kata } = standing;
  const typed = style.accent(`npm run compare ${kata.typed}`);
  const said = `  ${style.good(`${style.done} ${kata.name} is done.`)} Compare it with the reference:`;
  const line = `${said} ${typed}`;
  const whole = columnsOf(line) <= style.width ? line : `${said}\n    ${typed}`;
  return whole + sayNotRun([standing]);
}

/** Tests that need what is not to be had on this machine do not count; that they were not run is said. */
function sayNotRun(standings: readonly KataStanding[]): string {
  const notRun = standings.flatMap(({ tests }) => tests.filter(({ cannotRun }) => cannotRun));
  const [first] = notRun;
  if (!first) return '';
  return `\n    ${counted(notRun.length, 'test')} ${was(notRun.length)} not run. ${first.cannotRun}`;
}

/** What is said once of a chapter whose last kata has turned green. */
export function renderChapterDone(chapter: string, learnt: string, style: Style): string {
  const heading = `${style.good(`${style.done} ${title(chapter)} is done.`)} What you know now:`;
  return `  ${heading}\n\n${renderMarkdown(learnt, style)}`;
}

function renderAllDone(standings: readonly KataStanding[], style: Style): string {
  const words = standings.some(({ isReference }) => isReference)
    ? 'All references pass.'
    : 'All tests of all katas pass.';
  return `  ${style.good(`${style.done} ${words}`)}${sayNotRun(standings)}`;
}

/** Several katas, and nothing left to do in any of them. */
export function renderAllOf(done: readonly KataStanding[], style: Style): string {
  const next = done.some(({ isReference }) => isReference)
    ? []
    : [renderSteps([['next', 'npm test']], style)];
  return [renderList(done, style), ...next].join('\n\n');
}

/** A line a kata, for a run of several that is not the whole course. */
export function renderList(standings: readonly KataStanding[], style: Style): string {
  return standings
    .map((standing) => {
      const passed = standing.tests.filter(({ state }) => state === 'passed').length;
      return `  ${sign(standing, style)} ${standing.kata.id}  ${style.dim(`${passed} of ${standing.tests.length} tests pass`)}`;
    })
    .join('\n');
}

function bar(done: number, total: number, width: number, style: Style): string {
  const full = total === 0 ? 0 : Math.floor((done / total) * width);
  return style.good(style.full.repeat(full)) + style.dim(style.empty.repeat(width - full));
}

function sign({ status }: KataStanding, style: Style): string {
  if (status === 'done') return style.good(style.done);
  return status === 'failing' ? style.bad(style.failed) : style.dim(style.open);
}
