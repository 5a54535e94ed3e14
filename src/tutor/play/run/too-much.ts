import type { Step } from '../played.ts';

/** Things that may happen before the program is stopped: a picture of more shows nothing. */
export const MOST_STEPS = 2000;

/** So many are seen well in a picture. */
const SEEN_WELL = 40;

/** Why a program was stopped that would go on and on, and what to do. */
export function tellTooMuch(steps: readonly Pick<Step, 'at'>[]): string {
  const [from, to] = [steps.at(-(MOST_STEPS / 2))?.at ?? 0, steps.at(-1)?.at ?? 0];
  const stopped = `It was stopped after ${MOST_STEPS} steps.`;
  if (from === to)
    return `${stopped} The last ones all came at ${to} ms: a loop that awaits no timer takes no virtual time, and no timer fires meanwhile.`;
  const until = roundUp(steps[SEEN_WELL]?.at ?? 0);
  return `${stopped} Is there a loop or an interval without an end? With --until ${until}, it stops at ${until} ms.`;
}

/** To one digit and noughts. */
function roundUp(ms: number): number {
  const digit = 10 ** (`${Math.max(1, ms)}`.length - 1);
  return Math.max(1, Math.ceil(ms / digit)) * digit;
}
