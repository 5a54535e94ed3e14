/** A program in the lab, and whether the order of its lines is fixed. */
import { observe } from '../../../lab/run/observe.ts';
import type { Times } from '../../../lab/trace/trace.ts';
import { Performance } from './perform.ts';
import { type Block, throwsInQueue } from './step.ts';
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

/**
 * Node 20 (its libuv, before 1.48) reads the clock again when a timer is set in a microtask or a tick: after a burn,
 * timers that are late then run before messages and immediates. Later ones, and the lab, do not.
 */
const READS_AGAIN = /^1\.([0-3]|4[0-7]\b)/.test(process.versions.uv ?? '');

/**
 * Ms after which a port that was closed is gone, whatever burns meanwhile. The lab cannot follow Node where a timer
 * makes a port just then: the message of the new one comes after the closing, and in Node before it.
 */
const CLOSING = 40;

/** Something due; `phase`: in which phase it was set, counted. */
interface Due {
  readonly at: number;
  readonly phase: number;
}

export async function inTheLab(program: Block): Promise<Seen> {
  const dues: Due[] = [];
  const burns: Times[] = [];
  /** A timer was set when others were late. */
  let isSetLate = false;
  let closingAt = -Infinity;
  let isMadeBesideClosing = false;
  let hasPorts = false;
  let phases = 0;
  const trace = await observe(({ log, burn, now }) => {
    const busy = (ms: number) => {
      const start = now();
      burn(ms);
      burns.push([start, now()]);
    };
    const performance = new Performance({
      log,
      burn: busy,
      enter: () => {
        phases++;
        busy(ENTERING);
      },
      port: (what) => {
        hasPorts = true;
        if (what === 'closing') closingAt = now();
        else isMadeBesideClosing ||= now() - closingAt <= CLOSING;
      },
      expect: (ms) => {
        const since = busySince(burns, now());
        isSetLate ||= dues.some(({ at }) => since < at && at <= now());
        dues.push({ at: now() + ms, phase: phases });
      },
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
  const isOfThisNode = READS_AGAIN && isSetLate;
  // The error goes through the lab, and the real messages come then, before what is left of the phase. After a burn, no
  // Node has a fixed order: the immediates come before the rest of the queue, or after it, from run to run.
  const hasBurnt = burns.some(([start, end]) => end - start > ENTERING);
  const isOutOfPhase = (hasPorts || hasBurnt) && throwsInQueue(program);
  return {
    lines: lines.map(({ line }) => line),
    length,
    isFixed:
      isOver && !isOfThisNode && !isOutOfPhase && !isMadeBesideClosing && isFixed(dues, burns),
  };
}

/** When the burn began that ends at this ms, or the first of several that followed each other. */
function busySince(burns: readonly Times[], ms: number): number {
  const last = burns.findLast(([start, end]) => end === ms && start < end);
  return last ? busySince(burns, last[0]) : ms;
}

/** Of two that are due at almost the same time, both were set in one phase; and no burn ends at such a time. */
function isFixed(dues: readonly Due[], burns: readonly Times[]): boolean {
  const sorted = dues.toSorted((a, b) => a.at - b.at);
  return sorted.every(({ at, phase }, i) => {
    const next = sorted[i + 1];
    const isApart = !next || next.at - at >= GAP || (next.at === at && next.phase === phase);
    return isApart && burns.every(([, end]) => Math.abs(end - at) >= GAP);
  });
}
