import { breakLine } from '../../../text/layout.ts';
import type { Style } from '../../../text/style.ts';
import type { End } from '../played.ts';
import { type Limit, type Real, sayLimit } from '../real.ts';
import { tellEnded } from './beside.ts';
import { inWords } from './endings.ts';

export type Starts = NonNullable<End['starts']>;

/** Why plain Node runs it. To be shown before it does. */
export function renderStarts({ what, line }: Starts, limit: Limit, style: Style): string {
  const where = line === undefined ? '' : ` (${inWords(line)})`;
  return breakLine(
    `  Your program starts a ${what}${where}, which has a clock of its own. So it is neither played on virtual time nor drawn: plain Node runs it now, from its beginning, for at most ${sayLimit(limit)}.`,
    style.width,
    '  ',
  );
}

/** What it printed, with the real ms since Node was started, and how it ended. */
export function renderReal(real: Real, style: Style): string {
  const { lines, stderr, exitCode } = real;
  const width = Math.max(0, ...lines.map(({ at }) => `${at}`.length));
  const end = exitCode === null ? tellEnded(real) : `Plain Node ended with exit code ${exitCode}.`;
  return [
    lines.map(({ at, text }) => `  ${`${at}`.padStart(width)} ms  ${text}`).join('\n'),
    stderr.trim().replace(/^/gm, '  '),
    breakLine(`  ${end}`, style.width, '  '),
  ]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
}
