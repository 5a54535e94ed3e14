import { glyphsFor } from '../../../text/glyphs.ts';
import { breakLine } from '../../../text/layout.ts';
import type { Style } from '../../../text/style.ts';
import type { Played } from '../played.ts';
import type { Real } from '../real.ts';
import { renderBeside } from './beside.ts';
import { tellEnding } from './endings.ts';
import { renderLines } from './lines.ts';
import { totalOf } from './order.ts';
import { renderSteps } from './steps.ts';
import { drawTimeline } from './timeline.ts';
import { drawTurns } from './turns.ts';

export interface Shown {
  readonly steps: boolean;
  readonly turns: boolean;
}

/** What it printed, what ran when, and how it ended. */
export function renderPlayed(
  played: Played,
  { steps, turns }: Shown,
  style: Style,
  real?: Real,
): string {
  const lines = real
    ? renderBeside(played, real, style)
    : steps
      ? renderSteps(played)
      : renderLines(played);
  const endings = tellEnding(played, real !== undefined).map((line) =>
    breakLine(`  ${line}`, style.width, '  '),
  );
  return [lines, picture(played, turns, style), ...endings]
    .filter((part) => part !== '')
    .join('\n\n');
}

function picture(played: Played, turns: boolean, style: Style): string {
  if (played.rows.length === 0) return '';
  // Where no time passes, it has nothing to show.
  const draw = turns || totalOf(played) === 0 ? drawTurns : drawTimeline;
  return draw(played, glyphsFor(style.unicode), style.width);
}
