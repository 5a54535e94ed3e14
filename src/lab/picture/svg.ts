import { breakText } from '../../text/layout.ts';
import type { TitledInterleaving } from '../trace/interleaving.ts';
import { drawColumns } from './columns.ts';
import {
  type Bar,
  inLines,
  type LevelAt,
  MEANING,
  type Note,
  type Row,
  signsToExplain,
  type Titled,
  timesIn,
} from './picture.ts';

/** The page of @vitest/ui gives a picture no more than this. */
const WIDTH = 600;
const LEAST_PLOT = 320;
const MOST_ROWS = 60;
const LONGEST_LABEL = 28;
const LONGEST_NOTE = 32;
const LONGEST_HEADING = 78;
const ROW = 22;
const BAR = 12;
const LETTER = 7;
/** No monospaced font is wider, for its 12 px. */
const WIDEST_LETTER = 7.5;
const LINE = 17;
const MARGIN = 12;
/** Colours for contexts; with more of them, the first ones come again. */
const CONTEXTS = 6;

/** The card has its own ground, so that it reads well on a light page and on a dark one. */
const STYLE = `
text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #24292f }
.heading { font-weight: bold }
.card { fill: #ffffff; stroke: #d0d7de }
.dim { fill: #57606a }
.grid { stroke: #d8dee4; stroke-width: 1 }
.wait { fill: #2f81f7 }
.burn { fill: #d4660a }
.level { fill: #2f81f7; fill-opacity: .25 }
.call { fill: none; stroke: #57606a; stroke-width: 1.5 }
.stopping { fill: #2f81f7; fill-opacity: .2; stroke: #2f81f7; stroke-width: 1.5; stroke-dasharray: 3 2 }
.late { fill: none; stroke: #d4660a; stroke-width: 1.5; stroke-dasharray: 3 2 }
.beat { stroke: #1a7f37; stroke-width: 2.5; stroke-linecap: round }
.halo { stroke: #ffffff; stroke-width: 5.5; stroke-linecap: round }
.end { stroke: #cf222e; stroke-width: 2.5; stroke-linecap: round }
.outside { fill: #8c959f }
.context0 { fill: #2f81f7 }
.context1 { fill: #d4660a }
.context2 { fill: #2da44e }
.context3 { fill: #a371f7 }
.context4 { fill: #db61a2 }
.context5 { fill: #1b9e9e }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.card { fill: #161b22; stroke: #30363d }
.dim { fill: #9198a1 }
.grid { stroke: #30363d }
.call { stroke: #9198a1 }
.beat { stroke: #3fb950 }
.halo { stroke: #161b22 }
.end { stroke: #ff7b72 }
}`;

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

function drawRow(
  { bars, levels }: Row,
  x: (at: number) => number,
  middle: number,
  total: number,
): string {
  if (levels) return drawLevels(levels, x, middle, total);
  if (bars.length === 0) return text(x(0), middle + 4, 'never started', 'dim');
  return bars.map((bar) => drawBar(bar, x, middle)).join('');
}

/** The lines of a context: a dot of its colour for all that ran in it, with the words beside it. */
function drawRan(
  ran: readonly Note[],
  x: (at: number) => number,
  isLate: (at: number) => boolean,
  colour: string,
): ((middle: number) => string)[] {
  const extent = ({ at, text: words }: Note) => {
    const width = LETTER * (fit(words, LONGEST_NOTE).length + 3);
    return isLate(at)
      ? ([x(at) - width, x(at) + LETTER] as const)
      : ([x(at), x(at) + width] as const);
  };
  return inLines(ran.slice(0, MOST_ROWS), extent).map((notes) => (middle) => {
    const drawn = notes.map(({ at, text: words }) => {
      const title = `<title>at ${at} ms</title>`;
      const dot = `<circle class="${colour}" cx="${round(x(at))}" cy="${middle}" r="4"/>`;
      const side = isLate(at) ? -LETTER : LETTER;
      const anchor = isLate(at) ? 'end' : 'start';
      const line = text(x(at) + side, middle + 4, fit(words, LONGEST_NOTE), '', anchor);
      return `<g>${title}${dot}${line}</g>`;
    });
    return drawn.join('');
  });
}

/** A column for each stretch, as high as there is much, with the number in it where it has room. */
function drawLevels(
  levels: readonly LevelAt[],
  x: (at: number) => number,
  middle: number,
  total: number,
): string {
  const most = Math.max(1, ...levels.map(({ amount }) => amount));
  const bottom = middle + ROW / 2 - 2;
  return levels
    .map(({ at, amount }, i) => {
      const [from, to] = [x(at), x(levels[i + 1]?.at ?? total)];
      const height = ((ROW - 4) * amount) / most;
      const box = `<rect class="level" x="${round(from)}" y="${round(bottom - height)}" width="${round(to - from)}" height="${round(height)}"/>`;
      const hasRoom = to - from > LETTER * (`${amount}`.length + 1);
      return box + (hasRoom ? text(from + 3, middle + 4, `${amount}`) : '');
    })
    .join('');
}

const ENDINGS = {
  done: 'ended',
  failed: 'failed',
  aborted: 'stopped',
  running: 'still running',
} as const;

function drawBar(bar: Bar, x: (at: number) => number, middle: number): string {
  const from = x(bar.from);
  const to = Math.max(x(bar.to), from + 2);
  const told = bar.abortedAt === null ? to : x(bar.abortedAt);
  const ready = bar.lateFrom === null ? told : x(bar.lateFrom);
  const late = bar.lateFrom === null ? '' : `, ready at ${bar.lateFrom} ms`;
  const title = `<title>${bar.from} to ${bar.to} ms, ${ENDINGS[bar.ending]}${late}</title>`;
  const box = (kind: string, start: number, end: number) =>
    end > start
      ? `<rect class="${kind}" x="${round(start)}" y="${middle - BAR / 2}" width="${round(end - start)}" height="${BAR}" rx="2"/>`
      : '';
  if (bar.kind === 'beat') {
    const at = x(bar.to);
    return `<g>${title}${box('late', ready, at)}<path class="beat" d="M${round(at)} ${middle - 6}v12"/></g>`;
  }
  if (bar.kind === 'call') {
    const line = `M${round(from)} ${middle - 4}V${middle + 4}M${round(from)} ${middle}H${round(to)}`;
    return `<g>${title}<path class="call" d="${line}"/>${drawEnding(bar, to, middle)}</g>`;
  }
  return `<g>${title}${box(bar.kind, from, ready)}${box('late', ready, told)}${box('stopping', told, to)}${drawEnding(bar, to, middle)}</g>`;
}

function drawEnding({ ending }: Bar, at: number, middle: number): string {
  if (ending === 'done') return '';
  if (ending === 'running') return text(at + 3, middle + 4, '…');
  const cross = `M${round(at - 4)} ${middle - 4}l8 8m0 -8l-8 8`;
  const bar = `M${round(at)} ${middle - 7}v14`;
  const sign = ending === 'failed' ? cross : bar;
  // Red on blue is hard to see.
  return `<path class="halo" d="${sign}"/><path class="end" d="${sign}"/>`;
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

function text(x: number, y: number, words: string, style = '', anchor = 'start'): string {
  // What a learner's code logs is shown too: XML knows no control characters, a URL no half a letter.
  const shown = words.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
  const escaped = shown.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<text x="${round(x)}" y="${round(y)}"${style && ` class="${style}"`} text-anchor="${anchor}">${escaped}</text>`;
}

function fit(words: string, longest: number): string {
  const letters = [...words];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : words;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
