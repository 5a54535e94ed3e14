import { type Bar, MEANING, type Picture, signsToExplain } from './picture.ts';

const PLOT = 480;
const ROW = 22;
const BAR = 12;
const LETTER = 7;
const MARGIN = 12;

/** The card has its own ground, so that it reads well on a light page and on a dark one. */
const STYLE = `
text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #24292f }
.card { fill: #ffffff; stroke: #d0d7de }
.dim { fill: #57606a }
.grid { stroke: #d8dee4; stroke-width: 1 }
.wait { fill: #2f81f7 }
.burn { fill: #d4660a }
.call { fill: none; stroke: #57606a; stroke-width: 1.5 }
.stopping { fill: #2f81f7; opacity: .35 }
.late { fill: none; stroke: #d4660a; stroke-width: 1.5; stroke-dasharray: 3 2 }
.beat { stroke: #1a7f37; stroke-width: 2.5; stroke-linecap: round }
.end { stroke: #cf222e; stroke-width: 2.5; stroke-linecap: round }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3 }
.card { fill: #161b22; stroke: #30363d }
.dim { fill: #9198a1 }
.grid { stroke: #30363d }
.call { stroke: #9198a1 }
.end { stroke: #ff7b72 }
}`;

/** The same pictures as {@link drawText}, as one SVG document. */
export function drawSvg(pictures: readonly (readonly [title: string, Picture])[]): string {
  const total = Math.max(1, ...pictures.map(([, picture]) => picture.total));
  const labels = pictures.flatMap(([title, { rows }]) => [
    title,
    ...rows.map(({ label }) => label),
  ]);
  const left = MARGIN * 2 + LETTER * Math.max(4, ...labels.map((label) => label.length));
  const x = (at: number) => left + (at / total) * PLOT;

  let y = MARGIN;
  const parts: string[] = [];
  for (const [title, picture] of pictures) {
    if (title) {
      y += ROW;
      parts.push(text(MARGIN, y - 7, title, 'dim'));
    }
    const top = y;
    const rows = picture.rows.map(({ label, bars }, i) => {
      const middle = top + ROW * i + ROW / 2;
      const drawn = bars.map((bar) => drawBar(bar, x, middle)).join('');
      const none = bars.length === 0 ? text(left, middle + 4, 'never started', 'dim') : '';
      return text(MARGIN, middle + 4, label) + drawn + none;
    });
    y += ROW * rows.length;
    const notes = picture.notes.map(({ at, text: line }, i) => {
      const late = x(at) > left + PLOT / 2;
      return text(
        x(at),
        y + ROW * i + 14,
        late ? `${line} ▴` : `▴ ${line}`,
        'dim',
        late ? 'end' : 'start',
      );
    });
    const bottom = y + ROW * notes.length;
    const times = timesIn(picture);
    const grid = times.map((at) => `<path class="grid" d="M${round(x(at))} ${top}V${bottom}"/>`);
    y = bottom + ROW;
    parts.push(...grid, ...rows, ...notes, ...drawTimes(times, x, y - 7));
  }
  let right = left;
  for (const sign of signsToExplain(pictures)) {
    y += right === left ? ROW : 0;
    parts.push(
      `<rect class="${sign}" x="${right}" y="${y - 17}" width="14" height="${BAR}" rx="2"/>`,
    );
    parts.push(text(right + 20, y - 7, MEANING[sign], 'dim'));
    right += 20 + LETTER * (MEANING[sign].length + 3);
  }
  const width = left + PLOT + MARGIN * 4;
  const height = y + MARGIN;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"><style>${STYLE}</style><rect class="card" x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="6"/>${parts.join('')}</svg>`;
}

function drawBar(bar: Bar, x: (at: number) => number, middle: number): string {
  const from = x(bar.from);
  const to = Math.max(x(bar.to), from + 2);
  const told = bar.abortedAt === null ? to : x(bar.abortedAt);
  const ready = bar.lateFrom === null ? told : x(bar.lateFrom);
  const late = bar.lateFrom === null ? '' : `, ready at ${bar.lateFrom} ms`;
  const title = `<title>${bar.from} to ${bar.to} ms, ${bar.ending}${late}</title>`;
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
  return `<path class="end" d="${ending === 'failed' ? cross : bar}"/>`;
}

function timesIn({ rows, notes, total }: Picture): number[] {
  const bars = rows.flatMap((row) => row.bars.flatMap(({ from, to }) => [from, to]));
  return [...new Set([0, ...bars, ...notes.map(({ at }) => at), total])].sort((a, b) => a - b);
}

/** The last time always stands; an earlier one only where it does not run into its neighbours. */
function drawTimes(times: readonly number[], x: (at: number) => number, y: number): string[] {
  const end = times.at(-1) ?? 0;
  let free = -Infinity;
  return times.flatMap((at) => {
    const label = at === end ? `${at} ms` : `${at}`;
    const half = (label.length * LETTER) / 2;
    const fits = x(at) - half > free && (at === end || x(at) + half < x(end) - LETTER * 3);
    if (!fits && at !== end) return [];
    free = x(at) + half + 4;
    return [text(x(at), y, label, 'dim', 'middle')];
  });
}

function text(x: number, y: number, words: string, style = '', anchor = 'start'): string {
  const escaped = words.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<text x="${round(x)}" y="${round(y)}"${style && ` class="${style}"`} text-anchor="${anchor}">${escaped}</text>`;
}

function round(n: number): number {
  return Math.round(n * 10) / 10;
}
