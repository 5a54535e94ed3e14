/** The rows of a program on one time scale, each with what it stands at. */
import type { Glyphs } from '../../../text/glyphs.ts';
import type { Played, Row, TimerSeen } from '../played.ts';
import { asTree, shownTimers, totalOf } from './order.ts';

/** More rows than these are cut in the middle: a terminal has 24 lines. */
const MOST_ROWS = 24;
const [FIRST, LAST] = [15, 5];

export const LONGEST_LABEL = 30;
const DEEPEST = 6;
const MARGIN = 6;
/** With less room for it, what a row stands at is left out. */
const SHORTEST_TEXT = 5;

export function drawTimeline(played: Played, signs: Glyphs, width: number): string {
  const total = totalOf(played);
  const rows = rowsOf(played);
  const { before, said, after } = cutRows(rows);
  const shown = [...before, ...after];
  const labelWidth = Math.min(
    LONGEST_LABEL,
    Math.max(0, ...shown.map(({ label }) => label.length)),
  );
  // The last moment has its sign, and its ms below it.
  const room = width - 2 - labelWidth - 1 - Math.max(MARGIN, `${total} ms`.length);
  const column = (at: number) => (total === 0 ? 0 : Math.round((at / total) * room));
  const drawOne = ({ label, draw }: Drawn) =>
    `  ${fit(label, labelWidth, signs)} ${draw(column, signs)}`;
  const lines = [...before.map(drawOne), ...said, ...after.map(drawOne)];
  const axis = drawAxis(timesIn(played, total), column);
  const legend = drawLegend(lines.join(''), signs, width - 2);
  return [...lines, `  ${' '.repeat(labelWidth)} ${axis}`, '', ...legend]
    .map((line) => line.trimEnd())
    .join('\n');
}

/** @returns what stands before the cut, in its place, and behind it */
export function cutRows<T>(rows: readonly T[]): {
  readonly before: readonly T[];
  readonly said: readonly string[];
  readonly after: readonly T[];
} {
  if (rows.length <= MOST_ROWS) return { before: rows, said: [], after: [] };
  const hidden = rows.length - FIRST - LAST;
  const said = [`  … ${hidden} more rows (--page has all)`];
  return { before: rows.slice(0, FIRST), said, after: rows.slice(-LAST) };
}

const MEANINGS = [
  ['runs', 'runs'],
  ['burn', 'computes'],
  ['call', 'awaits'],
  ['wait', 'a timer, or other work'],
  ['late', 'is due, but the thread is blocked'],
  ['failed', 'fails'],
  ['aborted', 'is stopped'],
  ['running', 'has not ended'],
] as const;

/** Of the signs that are there. A name may look like a sign in ASCII; what it means is no secret. */
function drawLegend(picture: string, signs: Glyphs, width: number): string[] {
  const lines: string[] = [];
  for (const [sign, meaning] of MEANINGS) {
    if (!picture.includes(signs[sign])) continue;
    const item = `${signs[sign]} ${meaning}`;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 3 + item.length <= width)
      lines[lines.length - 1] = `${last}   ${item}`;
    else lines.push(item);
  }
  return lines.map((line) => `  ${line}`);
}

type Column = (at: number) => number;

interface Drawn {
  readonly label: string;
  readonly draw: (column: Column, signs: Glyphs) => string;
}

/** The calls, each below its caller, and its timers, where no await shows them. */
function rowsOf(played: Played): Drawn[] {
  const total = totalOf(played);
  const tree = asTree(played);
  const timers = shownTimers(played);
  const timersOf = (place: number, depth: number): Drawn[] =>
    timers
      .filter(({ by }) => by === place)
      .map((timer) => ({
        label: indented(timer.name, depth),
        draw: (column, signs) => drawTimer(timer, total, column, signs),
      }));
  return tree.flatMap(({ row, place, depth }) => [
    {
      label: indented(row.label, depth),
      draw: (column: Column, signs: Glyphs) => drawRow(row, total, column, signs),
    },
    ...timersOf(place, depth + 1),
  ]);
}

/** Deeper ones would have no room for their names. */
export function indented(label: string, depth: number): string {
  return '  '.repeat(Math.min(depth, DEEPEST)) + label;
}

function drawRow(row: Row, total: number, column: Column, signs: Glyphs): string {
  let line = ' '.repeat(column(row.start));
  let at = row.start;
  const run = (until: number) => {
    const to = column(until);
    // However short, it is seen, unless the last thing seen is in the same place.
    if (until > at) line = line.padEnd(Math.max(to, line.length + 1), signs.burn);
    else if (line.length <= to) line += signs.runs;
  };
  for (const { kind, text, from, to } of row.pauses) {
    run(from);
    at = to ?? total;
    const length = column(at) - line.length;
    if (length <= 0) continue;
    if (kind === 'work') line += signs.wait.repeat(length);
    else line += kind === 'yield' ? ' '.repeat(length) : drawPause(text, length, signs);
  }
  if (row.ending === 'running') return line + signs.running;
  if (row.end !== undefined && row.end > at) run(row.end);
  if (row.ending === 'failed') return line + signs.failed;
  if (row.ending === 'aborted') return line + signs.aborted;
  return line.length <= column(row.end ?? at) ? line + signs.runs : line;
}

function drawPause(text: string, length: number, { call, cut }: Glyphs): string {
  const room = length - 4;
  const words = text.length > room ? `${text.slice(0, room - cut.length)}${cut}` : text;
  if (text === '' || room < Math.min(SHORTEST_TEXT, text.length)) return call.repeat(length);
  return `${call} ${words} `.padEnd(length, call);
}

/** It waits, and fires; an interval does so again and again. */
function drawTimer(timer: TimerSeen, total: number, column: Column, signs: Glyphs): string {
  let line = ' '.repeat(column(timer.from));
  for (const [from, to] of timer.fired) {
    const due = timer.late.find(([, at]) => at === from)?.[0] ?? from;
    line = line.padEnd(column(due), signs.wait).padEnd(column(from), signs.late);
    if (to > from) line = line.padEnd(Math.max(column(to), line.length + 1), signs.burn);
    else if (line.length <= column(from)) line += signs.runs;
  }
  if (timer.failed) return line.slice(0, -1) + signs.failed;
  if (timer.clearedAt !== null)
    return `${line.padEnd(column(timer.clearedAt), signs.wait)}${signs.aborted}`;
  const isOver = timer.kind !== 'interval' && timer.fired.length > 0;
  return isOver ? line : line.padEnd(column(total), signs.wait) + signs.running;
}

function timesIn({ rows, timers }: Played, total: number): number[] {
  const times = rows.flatMap(({ start, end, pauses }) => [
    start,
    end ?? 0,
    ...pauses.flatMap(({ from, to }) => [from, to ?? 0]),
  ]);
  const fired = timers.flatMap((timer) => timer.fired.flat());
  return [...new Set([0, ...times, ...fired, total])].sort((a, b) => a - b);
}

/** As many as fit, and always the last one. */
function drawAxis(times: readonly number[], column: Column): string {
  const end = times.at(-1) ?? 0;
  let line = '';
  for (const at of times) {
    const start = column(at);
    const fits = at === end || start + `${at}`.length + 1 <= column(end);
    if (fits && (line === '' || line.length < start)) line = line.padEnd(start) + at;
  }
  return `${line} ms`;
}

export function fit(text: string, width: number, { cut }: Glyphs): string {
  return text.length > width ? `${text.slice(0, width - cut.length)}${cut}` : text.padEnd(width);
}
