import type { Played } from './played.ts';

/** What the program printed, each line behind its ms. */
export function renderLines({ lines }: Played): string {
  const widest = Math.max(0, ...lines.map(({ at }) => `${at}`.length));
  return lines
    .map(({ at, text, isLate }) => {
      const mark = isLate ? '   (plain Node has ended by now)' : '';
      return `  ${`${at}`.padStart(widest)} ms  ${text}${mark}`;
    })
    .join('\n');
}
