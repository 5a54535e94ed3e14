/** Timelines that were drawn for a wide page, made narrower: bars get shorter, and words stay as they are. */
import { breakLine } from './layout.ts';

/** `0   20   60 ms`: what stands below the bars of a timeline, and tells where they begin. */
const AXIS = /^ *0 .*\d (?:ms|min)$/;

const PLAYED = /^ *\(program\) /;

/** In ASCII, an ellipsis takes three columns. */
const cut = (line: string, width: number) =>
  line.slice(0, width - 2 * (line.slice(0, width).split('…').length - 1)).trimEnd();

/** A bar or a level, a sign or a number on it, or words: what has a place in time. */
const PIECE = /([━─█░┄▁▂▃▄▅▆▇])\1*|[✗╳▸╹]|\d+(?=[▁▂▃▄▅▆▇])|(?<=[▁▂▃▄▅▆▇])\d+|\S+(?: [^\s╵]\S*)*/g;

const LEVEL = /^\d+$/;

/** Of words: it stands before them, or behind those that would not fit there. */
const MOMENT = '╵';

const TIME = /[\d.]+(?: (?:ms|min))?/g;

interface Piece {
  readonly at: number;
  readonly text: string;
  readonly isBar: boolean;
}

/** @param lines of a block of code; one without an axis is no timeline, and its lines are only broken */
export function squeeze(lines: readonly string[], width: number): string[] {
  if (lines.every((line) => line.length <= width)) return [...lines];
  // The rows of a played program have words on their bars, and `npm run play` draws them for any width.
  if (lines.some((line) => PLAYED.test(line))) return lines.map((line) => cut(line, width));
  const axis = lines.findIndex((line) => AXIS.test(line));
  if (axis < 0) return lines.flatMap((line) => broken(line, width));
  const start = (lines[axis] as string).indexOf('0');
  const rows = lines.slice(0, axis + 1).map((line, i) => ({
    label: line.slice(0, start),
    pieces: piecesOf(line.slice(start), i === axis ? TIME : PIECE),
  }));
  const scale = scaleFor(rows.at(-1)?.pieces ?? [], width - start);
  const drawn = rows.flatMap(({ label, pieces }, i) =>
    (i === axis ? [onAxis(pieces, scale)] : inRows(pieces, scale, width - start)).map((row, more) =>
      `${(more === 0 ? label : '').padEnd(start)}${row}`.trimEnd(),
    ),
  );
  return [...drawn, ...lines.slice(axis + 1).flatMap((line) => legend(line, width))];
}

function piecesOf(row: string, kind: RegExp): Piece[] {
  return [...row.matchAll(kind)].map(({ 0: text, 1: bar, index }) => ({
    at: index,
    text,
    isBar: bar !== undefined,
  }));
}

/** The last time of the axis has to have room behind its place. */
function scaleFor(axis: readonly Piece[], room: number): number {
  const last = axis.at(-1);
  return last && last.at > 0 ? Math.min(1, (room - last.text.length) / last.at) : 1;
}

const place = (at: number, scale: number) => Math.floor(at * scale);

/** Words that would be written over others go to a row of their own. */
function inRows(pieces: readonly Piece[], scale: number, room: number): string[] {
  let bars = '';
  const words: string[] = [];
  for (const piece of pieces) {
    const { at, text, isBar } = piece;
    const from = place(at, scale);
    if (isBar) {
      const first = Math.max(from, bars.length);
      const end = Math.max(place(at + text.length, scale), first + 1);
      bars = bars.padEnd(first) + (text[0] as string).repeat(end - first);
      // A bar that has become too short for the sign at its end gives way to it.
    } else if (text.length === 1 || LEVEL.test(text))
      bars = bars.slice(0, from).padEnd(from) + text;
    else {
      const [start, word] = besideMoment(piece, scale, room);
      const free = words.findIndex((row) => row.length < start);
      const row = free < 0 ? words.length : free;
      words[row] = (words[row] ?? '').padEnd(start) + word;
    }
  }
  return bars === '' ? words : [bars, ...words];
}

/** Words end at their moment, or begin there; where they do not fit on their side, they stand on the other, or are cut. */
function besideMoment({ at, text }: Piece, scale: number, room: number): [number, string] {
  const length = text.length - MOMENT.length;
  if (text.endsWith(MOMENT)) {
    const moment = place(at + length, scale);
    if (moment >= length) return [moment - length, text];
    // The last time stands behind its moment, so there is room for three dots in ASCII.
    if (moment + text.length > room && moment > room / 2)
      return [0, `${text.slice(0, moment - 1)}…${MOMENT}`];
    return [moment, MOMENT + text.slice(0, length)];
  }
  const from = place(at, scale);
  const fits = !text.startsWith(MOMENT) || from + text.length <= room || from < length;
  return fits ? [from, text] : [from - length, text.slice(MOMENT.length) + MOMENT];
}

/** The first and the last time, and of those between them as many as there is room for. */
function onAxis(pieces: readonly Piece[], scale: number): string {
  const last = pieces.at(-1);
  const end = last ? place(last.at, scale) : 0;
  let row = '';
  for (const { at, text } of pieces.slice(0, -1)) {
    const from = place(at, scale);
    const isFree = row === '' || row.length < from;
    if (isFree && from + text.length < end) row = row.padEnd(from) + text;
  }
  return last ? row.padEnd(end) + last.text : row;
}

/** `█ computes   ━ waits`, broken between two of them. */
function legend(line: string, width: number): string[] {
  const indentation = /^ */.exec(line)?.[0] ?? '';
  const rows: string[] = [];
  for (const sign of line.trim().split(/ {2,}/)) {
    const longer = `${rows.at(-1)}   ${sign}`;
    if (rows.length > 0 && longer.length <= width) rows[rows.length - 1] = longer;
    else rows.push(indentation + sign);
  }
  return rows.flatMap((row) => broken(row, width));
}

function broken(line: string, width: number): string[] {
  const indentation = /^ */.exec(line)?.[0] ?? '';
  return breakLine(line, width, `${indentation}    `).split('\n');
}
