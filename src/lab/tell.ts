import type { Breach } from './breach.ts';
import { pictureOf, pictureOfPlan } from './picture.ts';
import { drawText } from './picture-text.ts';
import type { Trace } from './trace.ts';

/** What a learner reads: what happened, what was possible, and the picture; 80 columns at the most. */
export function tell(trace: Trace, breach: Breach): string {
  const parts = [wrap(breach.fact)];
  if (breach.possible) parts.push(wrap(breach.possible));
  if (breach.picture !== false) parts.push(draw(trace));
  return parts.filter(Boolean).join('\n\n');
}

function draw(trace: Trace): string {
  const yours = pictureOf(trace);
  if (yours.rows.length === 0 && yours.notes.length === 0) return '';
  return trace.plan
    ? drawText([
        ['yours', yours],
        ['to reach', pictureOfPlan(trace.plan)],
      ])
    : drawText([['yours', yours]]);
}

const WIDTH = 78;

/** Breaks lines between words; lines that begin with a blank are taken as they are. */
export function wrap(text: string, width = WIDTH): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(' ') ? line : wrapLine(line, width)))
    .join('\n');
}

function wrapLine(line: string, width: number): string {
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) as string;
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}
