import { count } from '../../../text/english.ts';
import type { Played } from '../played.ts';

/** More lines than these are cut in the middle: the picture below them is to stay in sight. */
const MOST_LINES = 40;
const [FIRST, LAST] = [20, 10];

const ENDED = '(plain Node has ended: it does not print the rest)';

/** What the program printed, each line behind its ms. */
export function renderLines({ lines }: Played): string {
  const widest = Math.max(0, ...lines.map(({ at }) => `${at}`.length));
  const margin = ' '.repeat(widest + 7);
  const cut = cutMiddle(lines.map(({ text }) => text));
  const lateFrom = lines.findIndex(({ isLate }) => isLate);
  return lines
    .flatMap(({ at, text }, i) => {
      const ended = i === lateFrom ? [`${margin}${ENDED}`] : [];
      if (cut && i >= cut.from && i < cut.to)
        return [...(i === cut.from ? [`${margin}${cut.said}`] : []), ...ended];
      return [...ended, `  ${`${at}`.padStart(widest)} ms  ${text}`];
    })
    .join('\n');
}

interface Cut {
  /** Places of the first line that is left out, and of the first one behind it. */
  readonly from: number;
  readonly to: number;
  /** What stands there instead. */
  readonly said: string;
}

/** Where a list of lines is cut; undefined where it is short enough. */
export function cutMiddle(texts: readonly string[]): Cut | undefined {
  if (texts.length <= MOST_LINES) return undefined;
  const [from, to] = [FIRST, texts.length - LAST];
  const known = new Set([...texts.slice(0, from), ...texts.slice(to)].map(withoutNumbers));
  const areAlike = texts.slice(from, to).every((text) => known.has(withoutNumbers(text)));
  const hidden = areAlike ? `${to - from} more like this` : count(to - from, 'more line');
  return { from, to, said: `… ${hidden} (--json has all)` };
}

const withoutNumbers = (text: string) => text.replaceAll(/\d+/g, '0');
