/** What a learner sees after a run. Everything here renders text; nothing prints. */
import { stripVTControlCharacters } from 'node:util';
import { wrap } from '../lab/tell.ts';
import { explainBroken } from './broken.ts';
import { renderMarkdown } from './markdown.ts';
import type { KataStanding, Promised } from './standing.ts';
import type { Style } from './style.ts';

const BAR = 40;
const CHAPTER_BAR = 10;
const MOST_PRINTED = 12;

/** The whole course: how far one is, the kata at hand, and what to type next. */
export function renderCourse(
  standings: readonly KataStanding[],
  focus: KataStanding | undefined,
  isWatching: boolean,
  style: Style,
): string {
  const rest = focus
    ? [renderKata(focus, style), renderNext(focus, isWatching, style)]
    : [renderEnd(style)];
  return [renderStanding(standings, style), ...rest].join('\n\n');
}

/** The whole course and no kata in particular: how far one is, and which is next. */
export function renderProgress(standings: readonly KataStanding[], style: Style): string {
  const next = standings.find(({ status }) => status !== 'done');
  const count = (...wanted: string[]) =>
    standings.filter(({ status }) => wanted.includes(status)).length;
  const counts = [
    `${style.good(style.done)} ${count('done')} done`,
    `${style.bad(style.failed)} ${count('failing', 'unknown')} begun`,
    `${style.dim(style.open)} ${count('untouched')} untouched`,
  ];
  const end = next
    ? `  ${style.dim('next')}  ${style.accent(`npm test -- ${next.kata.name}`)}`
    : renderEnd(style);
  return [renderStanding(standings, style), `  ${counts.join('   ')}`, end].join('\n\n');
}

/** A bar for the course, and a row for each chapter with a sign for each kata. */
function renderStanding(standings: readonly KataStanding[], style: Style): string {
  const done = standings.filter(({ status }) => status === 'done').length;
  const head = `  ${bar(done, standings.length, BAR, style)}  ${style.bold(`${done} of ${standings.length}`)} katas done`;
  const chapters = [...new Set(standings.map(({ kata }) => kata.chapter))];
  const width = Math.max(...chapters.map((chapter) => title(chapter).length));
  const rows = chapters.map((chapter) => {
    const own = standings.filter(({ kata }) => kata.chapter === chapter);
    const ready = own.filter(({ status }) => status === 'done').length;
    const signs = own.map((standing) => sign(standing, style)).join(' ');
    return `  ${title(chapter).padEnd(width)}  ${bar(ready, own.length, CHAPTER_BAR, style)}  ${ready} of ${own.length}  ${signs}`;
  });
  return `${head}\n\n${rows.join('\n')}`;
}

/** One kata: each of its promises, and the first that is not kept in full. */
export function renderKata(standing: KataStanding, style: Style): string {
  const { kata, promises, broken } = standing;
  const kept = promises.filter(({ state }) => state === 'passed').length;
  const heading = `  ${style.bold(kata.name)}  ${style.dim(stubPath(standing))}${
    promises.length > 0 ? `  ${kept} of ${promises.length} tests pass` : ''
  }`;
  const list = promises.map((promise) => `  ${signOf(promise, style)} ${promise.title}`).join('\n');
  const first = promises.find(({ state }) => state === 'failed');
  const failure =
    (broken && explainBroken(kata, broken)) ?? (first && renderFailure(standing, first, style));
  return [
    [heading, list].filter(Boolean).join('\n'),
    failure && indent(failure),
    standing.printed && indent(renderPrinted(standing.printed, style)),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** The end of what the learner's code printed: it may be a loop's worth. */
function renderPrinted(printed: string, style: Style): string {
  const lines = stripVTControlCharacters(printed).trimEnd().split('\n');
  const shown = lines.slice(-MOST_PRINTED);
  const hidden = lines.length - shown.length;
  const head = hidden > 0 ? `It printed, after ${hidden} lines more:` : 'It printed:';
  return [style.dim(head), ...shown.map((line) => `  ${line.slice(0, 200)}`)].join('\n');
}

function renderFailure({ kata, status }: KataStanding, promise: Promised, style: Style): string {
  if (status === 'untouched') {
    return wrap(
      `Nothing is written here yet: every promise fails until you do.\nOpen ${stub(kata)} and put your code in the place of its TODO.`,
      76,
    );
  }
  return `${style.bad(style.bold(promise.title))}\n\n${promise.message ?? ''}`;
}

/** What to type next. */
export function renderNext(
  { kata, status, promises }: KataStanding,
  isWatching: boolean,
  style: Style,
): string {
  const line = promises.find(({ state }) => state === 'failed')?.line;
  const lines =
    status === 'done'
      ? [['compare', `npm run compare ${kata.name}`]]
      : [
          ['spec', `katas/${kata.chapter}/${kata.name}.spec.ts${line ? `:${line}` : ''}`],
          ['read', `npm run lesson ${kata.name}`],
          ['stuck?', `npm run hint ${kata.name}`],
          isWatching
            ? ['waiting', 'for a save; h for help, q to quit']
            : ['on save', 'npm run watch'],
        ];
  return lines
    .map(
      ([what, how]) => `  ${style.dim((what as string).padEnd(8))} ${style.accent(how as string)}`,
    )
    .join('\n');
}

/** What is said of a kata that has just turned green. */
export function renderDone({ kata }: KataStanding, style: Style): string {
  return `  ${style.good(`${style.done} ${kata.name} is done.`)} Compare it with ours: ${style.accent(`npm run compare ${kata.name}`)}`;
}

/** What is said once of a chapter whose last kata has turned green. */
export function renderChapterDone(chapter: string, learnt: string, style: Style): string {
  const heading = `${style.good(`${style.done} ${title(chapter)} is done.`)} What you know now:`;
  return `  ${heading}\n\n${renderMarkdown(learnt, style)}`;
}

function renderEnd(style: Style): string {
  return `  ${style.good(`${style.done} Every promise of every kata is kept.`)}`;
}

/** A line a kata, for a run of several that is not the whole course. */
export function renderList(standings: readonly KataStanding[], style: Style): string {
  return standings
    .map((standing) => {
      const kept = standing.promises.filter(({ state }) => state === 'passed').length;
      return `  ${sign(standing, style)} ${standing.kata.id}  ${style.dim(`${kept} of ${standing.promises.length} tests pass`)}`;
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

function signOf({ state }: Promised, style: Style): string {
  if (state === 'passed') return style.good(style.done);
  return state === 'failed' ? style.bad(style.failed) : style.dim(style.open);
}

/** `01-coroutines` as `01 Coroutines`. */
export function title(chapter: string): string {
  const [number, ...words] = chapter.split('-');
  const name = words.join(' ');
  return `${number} ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function stubPath({ kata }: KataStanding): string {
  return stub(kata);
}

function stub({ chapter, name }: { chapter: string; name: string }): string {
  return `katas/${chapter}/${name}.ts`;
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
