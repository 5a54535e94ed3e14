import { count } from '../../../text/english.ts';
import type { Played } from '../played.ts';

const MOST_LINES = 200;

/** What the program printed, each line behind its ms. */
export function renderLines({ lines }: Played): string {
  const widest = Math.max(0, ...lines.map(({ at }) => `${at}`.length));
  const shown = lines.slice(0, MOST_LINES).flatMap(({ at, text, isLate }, i) => {
    const line = `  ${`${at}`.padStart(widest)} ms  ${text}`;
    const isFirst = isLate && lines[i - 1]?.isLate !== true;
    return isFirst
      ? [`  ${' '.repeat(widest)}     (plain Node has ended: it does not print the rest)`, line]
      : [line];
  });
  const hidden = lines.length - MOST_LINES;
  if (hidden > 0) shown.push(`  (and ${count(hidden, 'line')} more)`);
  return shown.join('\n');
}
