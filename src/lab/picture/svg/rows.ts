/** What stands in a row: bars, a level, or what ran in a context. */
import { type Bar, inLines, type LevelAt, type Note, type Row } from '../picture.ts';
import { BAR, fit, LETTER, LONGEST_NOTE, MOST_ROWS, ROW, round, text } from './words.ts';

export function drawRow(
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
export function drawRan(
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
