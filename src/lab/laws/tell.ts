import { picturesOf } from '../picture/picture.ts';
import { drawText } from '../picture/text.ts';
import type { Trace } from '../trace/trace.ts';
import { list } from '../trace/words.ts';
import type { Breach } from './breach.ts';

/** What a learner reads: what happened, what was possible, and the picture; 80 columns at the most. */
export function tell(trace: Trace, breach: Breach): string {
  const parts = [wrap(breach.fact)];
  if (breach.possible) parts.push(wrap(breach.possible));
  const changed = trace.left.filter(({ kind }) => kind === 'world').map(({ what }) => what);
  if (changed.length > 0 && !breach.fact.includes(changed[0] as string))
    parts.push(wrap(blame(changed)));
  if (breach.picture !== false) parts.push(drawText(picturesOf(trace)));
  return parts.filter(Boolean).join('\n\n');
}

const blame = (changed: readonly string[]) =>
  `It left ${list(changed)}, which all code of a program shares: the rest may have come of that.`;

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
