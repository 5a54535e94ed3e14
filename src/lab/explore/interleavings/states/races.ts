import { isPlain, mayWrite } from '../threads/access.ts';
import type { Next } from '../threads/thread.ts';
import type { Race } from './state.ts';

/** @param upcoming of the threads that are awake */
export function raceOf(upcoming: readonly (Next | undefined)[]): Race | undefined {
  for (const [a, first] of upcoming.entries()) {
    if (first?.kind !== 'step' || first.access.kind === 'notify') continue;
    for (let b = a + 1; b < upcoming.length; b++) {
      const second = upcoming[b];
      if (second?.kind !== 'step' || second.access.kind === 'notify') continue;
      const accesses = [first.access, second.access] as const;
      const isOneCell = first.access.cell === second.access.cell;
      if (isOneCell && accesses.some(mayWrite) && accesses.some(isPlain))
        return { threads: [a, b], accesses };
    }
  }
  return undefined;
}
