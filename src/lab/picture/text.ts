import { type Glyphs, glyphs } from '../../text/glyphs.ts';
import {
  type Bar,
  inLines,
  type LevelAt,
  MEANING,
  type Note,
  type Picture,
  signsToExplain,
  timesIn,
} from './picture.ts';

/** Columns from the first to the last moment, where there is room. */
const WIDEST = 44;
const NARROWEST = 16;
/** Behind the last moment: how it ended, or `108 ms`; and what others put in front of each line. */
const MARGINS = 8;
const LONGEST_LABEL = 14;
/** Where there is no room for more. */
const LONGEST_NOTE = 24;
const MOST_ROWS = 16;

/**
 * Titled pictures under each other on one time scale; empty where there are none.
 *
 * @param columns of the terminal
 */
export function drawText(
  pictures: readonly (readonly [title: string, Picture])[],
  signs: Glyphs = glyphs(),
  columns = 80,
): string {
  const total = Math.max(...pictures.map(([, picture]) => picture.total));
  const labels = pictures.flatMap(([, { rows }]) => rows.map(({ label }) => label.length));
  const labelWidth = Math.min(LONGEST_LABEL, Math.max(0, ...labels));
  const titleWidth = Math.max(...pictures.map(([title]) => title.length));
  const names = 2 + titleWidth + 2 + labelWidth + 1;
  const width = Math.max(NARROWEST, Math.min(WIDEST, columns - names - MARGINS));
  const column = (at: number) => (total === 0 ? 0 : Math.round((at / total) * width));

  const drawn = pictures.map(([title, picture]) => {
    const shown = picture.rows.slice(0, MOST_ROWS);
    const place = (note: Note) => placeNote(note, width, column, signs);
    const bars = shown.flatMap((row) => {
      const [first, ...others] = row.ran
        ? drawRan(row.ran, place)
        : [
            row.levels
              ? drawLevels(row.levels, column, column(picture.total), signs)
              : drawBars(row.bars, column, signs),
          ];
      return [
        `${fit(row.label, labelWidth, signs)} ${first}`,
        ...others.map((line) => `${' '.repeat(labelWidth)} ${line}`),
      ];
    });
    const hidden = picture.rows.length - shown.length;
    if (hidden > 0) bars.push(`${' '.repeat(labelWidth)} (and ${hidden} more)`);
    const under = [...drawNotes(picture.notes, place), drawAxis(picture, total, column)];
    const body = [...bars, ...under.map((line) => `${' '.repeat(labelWidth)} ${line}`)];
    return body
      .map((line, i) => `  ${(i === 0 ? title : '').padEnd(titleWidth)}  ${line}`.trimEnd())
      .join('\n');
  });
  const legend = signsToExplain(pictures).map((sign) => `${signs[sign]} ${MEANING[sign]}`);
  if (legend.length > 0) drawn.push(`  ${' '.repeat(titleWidth)}  ${legend.join('   ')}`);
  return drawn.join('\n\n');
}

function drawBars(bars: readonly Bar[], column: (at: number) => number, signs: Glyphs): string {
  let line = '';
  for (const bar of bars) {
    // Thousands that take no column each would make a line of thousands.
    if (line.length > WIDEST + MARGINS) break;
    const from = column(bar.from);
    const to = column(bar.to);
    line = line.padEnd(from);
    if (bar.kind === 'burn') {
      // However short, it is seen; and two in a row are one longer one.
      line = line.padEnd(Math.max(to, from + 1), signs.burn);
    } else {
      if (from === to && bar.kind !== 'beat') line += bar.ending === 'failed' ? '' : signs.instant;
      for (let i = from; i < to; i++) line += signs[partAt(bar, i, column)];
      if (bar.kind === 'beat') line += signs.beat;
    }
    if (bar.ending !== 'done') line += signs[bar.ending];
  }
  return line || 'never started';
}

/**
 * Each number stands where it begins, and after it a stretch as high as it is much. Where there is no room for the
 * number, only the height shows it.
 */
function drawLevels(
  levels: readonly LevelAt[],
  column: (at: number) => number,
  width: number,
  { levels: heights }: Glyphs,
): string {
  const most = Math.max(1, ...levels.map(({ amount }) => amount));
  const heightOf = (amount: number) =>
    amount <= 0 ? ' ' : heights.charAt(Math.ceil((amount / most) * heights.length) - 1);
  let line = '';
  for (const [i, { at, amount }] of levels.entries()) {
    const next = levels[i + 1];
    line = line.padEnd(column(at));
    // Two numbers side by side would be read as one.
    if (line.length === column(at) && !/\d$/.test(line)) line += amount;
    line = line.padEnd(next ? column(next.at) : width, heightOf(amount));
  }
  return line;
}

function partAt(bar: Bar, i: number, column: (at: number) => number) {
  if (bar.abortedAt !== null && i >= column(bar.abortedAt)) return 'stopping';
  if (bar.lateFrom !== null && i >= Math.min(column(bar.lateFrom), column(bar.to) - 1))
    return 'late';
  return bar.kind;
}

interface Placed {
  readonly start: number;
  readonly drawn: string;
}

/** A note hangs at its time, to the left of it where there is no room to the right. */
function placeNote(
  { at, text }: Note,
  width: number,
  column: (at: number) => number,
  signs: Glyphs,
): Placed {
  const from = column(at);
  const longest = Math.max(LONGEST_NOTE, width + MARGINS - from - 1, from - 1);
  const note = `${signs.note}${fit(text, Math.min(text.length, longest), signs)}`;
  if (from + note.length <= width + MARGINS) return { start: from, drawn: note };
  return { start: Math.max(0, from - note.length), drawn: `${note.slice(1)}${signs.note}` };
}

/** The lines of a context. */
function drawRan(ran: readonly Note[], place: (note: Note) => Placed): string[] {
  const lines = inLines(ran.slice(0, MOST_ROWS), (note) => {
    const { start, drawn } = place(note);
    return [start, start + drawn.length + 1];
  });
  const drawn = lines.map((notes) =>
    notes.map(place).reduce((line, { start, drawn }) => line.padEnd(start) + drawn, ''),
  );
  return ran.length > MOST_ROWS ? [...drawn, `(and ${ran.length - MOST_ROWS} more)`] : drawn;
}

/** One that would run into the one before goes a line further down. */
function drawNotes(notes: readonly Note[], place: (note: Note) => Placed): string[] {
  const lines: string[] = [];
  for (const note of notes.slice(0, MOST_ROWS)) {
    const { start, drawn } = place(note);
    const last = lines.at(-1);
    if (last !== undefined && last.length < start)
      lines[lines.length - 1] = last.padEnd(start) + drawn;
    else lines.push(' '.repeat(start) + drawn);
  }
  if (notes.length > MOST_ROWS) lines.push(`(and ${notes.length - MOST_ROWS} more lines)`);
  return lines;
}

/** The times at which something starts or ends, as far as they fit; the last one always does. */
function drawAxis(picture: Picture, total: number, column: (at: number) => number): string {
  const times = timesIn(picture);
  const end = times.at(-1) ?? total;
  let line = '';
  for (const at of times) {
    const start = column(at);
    const room = at === end || start + String(at).length + 1 <= column(end);
    if (room && (line === '' || line.length < start)) line = line.padEnd(start) + at;
  }
  return `${line} ms`;
}

function fit(text: string, width: number, { cut }: Glyphs): string {
  return text.length > width ? `${text.slice(0, width - 1)}${cut}` : text.padEnd(width);
}
