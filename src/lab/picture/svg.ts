import { breakText } from '../../text/layout.ts';
import type { TitledInterleaving } from '../trace/interleaving.ts';
import { drawColumns } from './columns.ts';
import { MEANING, signsToExplain, type Titled, timesIn } from './picture.ts';
import { drawRan, drawRow } from './svg/rows.ts';
import { CONTEXTS, STYLE } from './svg/style.ts';
import { BAR, fit, LETTER, LONGEST_NOTE, MOST_ROWS, ROW, round, text } from './svg/words.ts';

/** The page of @vitest/ui gives a picture no more than this. */
const WIDTH = 600;
const LEAST_PLOT = 320;
const LONGEST_LABEL = 28;
const LONGEST_HEADING = 78;
/** No monospaced font is wider, for its 12 px. */
const WIDEST_LETTER = 7.5;
const LINE = 17;
const MARGIN = 12;

/** The same pictures as {@link drawText}, as one SVG document. */
export function drawSvg(pictures: readonly Titled[]): string {
  return stack([drawCard(pictures)]);
}

/** The same columns as {@link drawColumns}, as one SVG document. */
export function drawSvgColumns(interleavings: readonly TitledInterleaving[]): string {
  return stack([drawStepsCard(interleavings)]);
}

/** Pictures of several runs, a card for each below its heading. */
export function drawSvgPage(
  runs: readonly {
    readonly heading: string;
    readonly pictures: readonly Titled[];
    readonly interleavings?: readonly TitledInterleaving[] | undefined;
  }[],
): string {
  const cards = runs.map(({ heading, pictures, interleavings }) =>
    interleavings ? drawStepsCard(interleavings, heading) : drawCard(pictures, heading),
  );
  return stack(cards);
}

interface Card {
  readonly body: string;
  readonly width: number;
  readonly height: number;
}

function stack(cards: readonly Card[]): string {
  const width = Math.max(WIDTH, ...cards.map((card) => card.width));
  let y = 0;
  const placed = cards.map(({ body, height }) => {
    const at = y;
    y += height + MARGIN;
    const card = `<rect class="card" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6"/>`;
    return `<g transform="translate(0 ${at})">${card}${body}</g>`;
  });
  const height = Math.max(0, y - MARGIN);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><style>${STYLE}</style>${placed.join('')}</svg>`;
}

function drawCard(pictures: readonly Titled[], heading = ''): Card {
  const total = Math.max(1, ...pictures.map(([, picture]) => picture.total));
  const labels = pictures.flatMap(([, { rows }]) => rows.map(({ label }) => label.length));
  const left = MARGIN * 2 + LETTER * Math.min(LONGEST_LABEL, Math.max(4, ...labels));
  const plot = Math.max(LEAST_PLOT, WIDTH - left - MARGIN * 4);
  const x = (at: number) => left + (at / total) * plot;

  const parts = drawHeading(heading);
  let y = MARGIN + ROW * parts.length;
  for (const [title, picture] of pictures) {
    if (title) {
      y += ROW;
      parts.push(text(MARGIN, y - 7, title, 'dim'));
    }
    const top = y;
    const shown = picture.rows.slice(0, MOST_ROWS);
    const contexts = shown.filter(({ ran, isOutside }) => ran && !isOutside);
    const isLate = (at: number) => x(at) > left + plot / 2;
    const lines = shown.flatMap((row): ((middle: number) => string)[] => {
      const name = fit(row.label, LONGEST_LABEL);
      // XML takes away the blanks by which a row stands further in.
      const inward = LETTER * (name.length - name.trimStart().length);
      const label = (middle: number) => text(MARGIN + inward, middle + 4, name.trimStart());
      if (!row.ran) return [(middle) => label(middle) + drawRow(row, x, middle, total)];
      const colour = row.isOutside ? 'outside' : `context${contexts.indexOf(row) % CONTEXTS}`;
      return drawRan(row.ran, x, isLate, colour).map(
        (draw, i) => (middle) => (i === 0 ? label(middle) : '') + draw(middle),
      );
    });
    const rows = lines.map((draw, i) => draw(top + ROW * i + ROW / 2));
    y += ROW * rows.length;
    const hidden = picture.rows.length - shown.length;
    if (hidden > 0) {
      y += ROW;
      rows.push(text(left, y - 7, `(and ${hidden} more)`, 'dim'));
    }
    const notes = picture.notes.slice(0, MOST_ROWS).map(({ at, text: note }, i) => {
      const line = fit(note, LONGEST_NOTE);
      const words = isLate(at) ? `${line} ▴` : `▴ ${line}`;
      return text(x(at), y + ROW * i + 14, words, 'dim', isLate(at) ? 'end' : 'start');
    });
    const bottom = y + ROW * notes.length;
    const times = timesIn(picture);
    const grid = times.map((at) => `<path class="grid" d="M${round(x(at))} ${top}V${bottom}"/>`);
    y = bottom + ROW;
    parts.push(...grid, ...rows, ...notes, ...drawTimes(times, x, y - 7));
  }
  const legend = drawLegend(pictures, left, y + ROW);
  const height = y + (legend === '' ? 0 : ROW) + MARGIN;
  return { body: parts.join('') + legend, width: left + plot + MARGIN * 4, height };
}

/** Spaces of a text count. */
const PRESERVED = '<text xml:space="preserve"';

/** Of the letters of a terminal, as many as are read at one look. */
const COLUMNS = 80;

/** The lines stand as they do in a terminal. */
function drawStepsCard(interleavings: readonly TitledInterleaving[], heading = ''): Card {
  const parts = drawHeading(heading);
  let y = MARGIN + ROW * parts.length;
  let longest = 0;
  for (const [title, interleaving] of interleavings) {
    y += ROW;
    parts.push(text(MARGIN, y - 7, title, 'dim'));
    for (const [i, line] of drawColumns(interleaving, COLUMNS, MOST_ROWS).split('\n').entries()) {
      y += LINE;
      longest = Math.max(longest, line.length);
      // The names, and what was there before the first step.
      const style = i < 2 ? 'dim' : '';
      parts.push(text(MARGIN, y - 5, line, style).replace('<text', PRESERVED));
    }
  }
  const width = MARGIN * 2 + Math.ceil(WIDEST_LETTER * longest);
  return { body: parts.join(''), width, height: y + MARGIN };
}

/** A line each. */
function drawHeading(heading: string): string[] {
  const lines = heading === '' ? [] : breakText(heading, LONGEST_HEADING).split('\n');
  return lines.map((line, i) => text(MARGIN, MARGIN + ROW * (i + 1) - 7, line, 'heading'));
}

function drawLegend(pictures: readonly Titled[], left: number, y: number): string {
  let x = left;
  return signsToExplain(pictures)
    .map((sign) => {
      const at = x;
      x += 20 + LETTER * (MEANING[sign].length + 3);
      const box = `<rect class="${sign}" x="${at}" y="${y - 17}" width="14" height="${BAR}" rx="2"/>`;
      return box + text(at + 20, y - 7, MEANING[sign], 'dim');
    })
    .join('');
}

/** The last time always stands; an earlier one only where it does not run into its neighbours. */
function drawTimes(times: readonly number[], x: (at: number) => number, y: number): string[] {
  const end = times.at(-1) ?? 0;
  const beforeEnd = x(end) - (`${end} ms`.length * LETTER) / 2 - 4;
  let free = -Infinity;
  return times.flatMap((at) => {
    const label = at === end ? `${at} ms` : `${at}`;
    const half = (label.length * LETTER) / 2;
    const fits = x(at) - half > free && (at === end || x(at) + half < beforeEnd);
    if (!fits && at !== end) return [];
    free = x(at) + half + 4;
    return [text(x(at), y, label, 'dim', 'middle')];
  });
}
