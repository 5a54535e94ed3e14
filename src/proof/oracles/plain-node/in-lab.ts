/** A program in the lab, and whether the order of its lines is fixed. */
import { observe } from '../../../lab/run/observe.ts';
import { Performance } from './perform.ts';
import type { Block } from './step.ts';
import { ENTERING } from './world.ts';

export interface Seen {
  readonly lines: readonly string[];
  /** In ms. */
  readonly length: number;
  /** Real time, which comes a little later than it should, does not change the order. */
  readonly isFixed: boolean;
}

/** It ends before; in ms. */
const LONGEST = 150;

/** Between two times that are not one, in ms. */
const GAP = 4;

/** Something due; `phase`: in which phase it was set, counted. */
interface Due {
  readonly at: number;
  readonly phase: number;
}

export async function inTheLab(program: Block): Promise<Seen> {
  const dues: Due[] = [];
  const burnt: number[] = [];
  let phases = 0;
  const trace = await observe(({ log, burn, now }) => {
    const busy = (ms: number) => {
      burn(ms);
      burnt.push(now());
    };
    const performance = new Performance({
      log,
      burn: busy,
      enter: () => {
        phases++;
        busy(ENTERING);
      },
      expect: (ms) => dues.push({ at: now() + ms, phase: phases }),
    });
    setTimeout(() => performance.block(program), 1);
    // Nothing that is told not to keep the process alive ends it.
    return new Promise<void>((resolve) =>
      setTimeout(() => {
        performance.end();
        resolve();
      }, LONGEST + 1000),
    );
  });
  const lines = [
    ...trace.marks.map(({ order, line }) => ({ order, line })),
    ...trace.uncaught.map(({ order }) => ({ order, line: 'uncaught' })),
    ...trace.unhandled.map(({ order }) => ({ order, line: 'unhandled' })),
  ].sort((a, b) => a.order - b.order);
  const length = Math.max(0, ...trace.marks.map(({ at }) => at), ...dues.map(({ at }) => at));
  const isOver = trace.outcome.kind === 'returned' && length <= LONGEST;
  return { lines: lines.map(({ line }) => line), length, isFixed: isOver && isFixed(dues, burnt) };
}

/** Of two that are due at almost the same time, both were set in one phase; and no burn ends at such a time. */
function isFixed(dues: readonly Due[], burnt: readonly number[]): boolean {
  const sorted = dues.toSorted((a, b) => a.at - b.at);
  return sorted.every(({ at, phase }, i) => {
    const next = sorted[i + 1];
    const isApart = !next || next.at - at >= GAP || (next.at === at && next.phase === phase);
    return isApart && burnt.every((end) => Math.abs(end - at) >= GAP);
  });
}
