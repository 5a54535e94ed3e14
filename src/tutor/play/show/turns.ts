/** Who ran, stretch by stretch: for programs in which no time passes, or too much happens in one ms. */
import type { Glyphs } from '../../../text/glyphs.ts';
import type { Played, Row } from '../played.ts';
import { asTree } from './order.ts';
import { cutRows, fit, indented, LONGEST_LABEL } from './timeline.ts';

/** A column for each stretch of running, from a call or an await to the next. */
export function drawTurns(played: Played, signs: Glyphs, width: number): string {
  const tree = asTree(played);
  const labels = tree.map(({ row, depth }) => indented(row.label, depth));
  const labelWidth = Math.min(LONGEST_LABEL, Math.max(0, ...labels.map(({ length }) => length)));
  const room = width - 2 - labelWidth - 2;
  // Where there are many, they stand close together.
  const gap = played.stretches.length * 2 > room ? 1 : 2;
  const stretches = played.stretches.slice(0, Math.floor(room / gap));
  const hidden = played.stretches.length - stretches.length;
  const lines = tree.map(({ row, place }, i) => {
    const first = stretches.findIndex((stretch) => stretch.row === place);
    const last = stretches.findLastIndex((stretch) => stretch.row === place);
    const isStopped = hidden === 0 && wasRunning(row, played);
    const isOver = (row.end !== undefined && hidden === 0) || isStopped;
    const end = isStopped ? signs.running : row.ending === 'failed' ? signs.failed : ' ';
    const cells = stretches.map((stretch, k) => {
      const isBetween = first >= 0 && k > first && (k < last || !isOver);
      if (stretch.row !== place) return (isBetween ? signs.call : ' ').repeat(gap);
      return signs.burn.padEnd(gap, k < last || !isOver ? signs.call : end);
    });
    return `  ${fit(labels[i] ?? '', labelWidth, signs)} ${cells.join('').trimEnd()}`;
  });
  const more = hidden > 0 ? `, and ${hidden} more` : '';
  const open = lines.some((line) => line.endsWith(signs.running))
    ? `   ${signs.running} has not ended`
    : '';
  const legend = `${signs.burn} runs, from a call or an await to the next   ${signs.call} waits${open}${more}`;
  const { before, said, after } = cutRows(lines);
  return [
    ...before,
    ...said,
    ...after,
    `  ${' '.repeat(labelWidth)} ${drawTimes(stretches, gap)}`,
    '',
    `  ${legend}`,
  ].join('\n');
}

/** When it was stopped, it did not wait. */
function wasRunning({ ending, pauses }: Row, { end }: Played): boolean {
  const last = pauses.at(-1);
  const isPaused = last !== undefined && last.to === undefined;
  return end.stopped !== undefined && ending === 'running' && !isPaused;
}

/** The ms at which it became another one. */
function drawTimes(stretches: Played['stretches'], gap: number): string {
  let line = '';
  for (const [i, { at }] of stretches.entries())
    if (at !== stretches[i - 1]?.at && line.length <= gap * i)
      line = `${line.padEnd(gap * i)}${at} `;
  return `${line}ms`;
}
