/** An interleaving as text: a column for each thread, a line for each step, and the memory beside it. */
import type { Interleaving } from '../trace/interleaving.ts';

/** Of one thread to the next, where there is room. */
const WIDEST_COLUMN = 26;
const NARROWEST_COLUMN = 3;
/** In front of the first thread: the number of the step. */
const NUMBER = 6;
const GAP = 2;
/** The first ones and the last ones of more than that. */
const MOST_STEPS = 20;

/**
 * @param columns of the terminal
 * @param most steps; of more, the middle is left out
 */
export function drawColumns(run: Interleaving, columns = 80, most = MOST_STEPS): string {
  const { threads, cells, initial, steps, next } = run;
  const widths = cells.map((cell, i) =>
    Math.max(
      cell.length,
      ...[initial, ...steps.map(({ memory }) => memory)].map((memory) => `${memory[i]}`.length),
    ),
  );
  const memoryWidth = widths.reduce((sum, width) => sum + width + 1, -1);
  const names = threads.map((text, thread) => ({ thread, text }));
  const texts = [...names, ...steps, ...next];
  const room = columns - GAP - NUMBER - GAP - memoryWidth;
  const stride = strideOf(texts, room);
  const extent = Math.max(...texts.map(({ thread, text }) => thread * stride + text.length));

  const line = (number: string, stepsInIt: string, memory: readonly (string | number)[] = []) => {
    const values = memory.map((value, i) => `${value}`.padEnd(widths[i] ?? 0)).join(' ');
    return `${' '.repeat(GAP)}${number.padStart(NUMBER - GAP)}${' '.repeat(GAP)}${stepsInIt.padEnd(extent + GAP)}${values}`.trimEnd();
  };
  const inColumn = ({ thread, text }: { thread: number; text: string }) =>
    `${' '.repeat(thread * stride)}${text}`;
  const header = names.reduce((all, { thread, text }) => all.padEnd(thread * stride) + text, '');
  const body = steps.map((step, i) => line(`${i + 1}`, inColumn(step), step.memory));
  const hidden = body.length - most;
  if (hidden > 0) body.splice(most / 2, hidden, line('', `(and ${hidden} more steps)`));
  return [
    line('', header, cells),
    line('', '', initial),
    ...body,
    ...next.map((step) => line('next', inColumn(step))),
  ].join('\n');
}

/** Two columns may overlap, as no line has words in both: a long step may reach into the next one. */
function strideOf(texts: readonly { thread: number; text: string }[], room: number): number {
  const most = texts
    .filter(({ thread }) => thread > 0)
    .map(({ thread, text }) => Math.floor((room - text.length) / thread));
  return Math.max(NARROWEST_COLUMN, Math.min(WIDEST_COLUMN, ...most));
}
