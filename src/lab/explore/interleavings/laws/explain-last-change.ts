/** Who has left a cell as it is, while others sleep on it: a thread that sleeps as well, or one that has come to its end. */
import type { Interleavings } from '../interleave.ts';
import type { Way } from '../states/paths.ts';

/** A thread sleeps, and the cell is still as `by` has left it: no `notify` came after that. */
interface Waiting {
  readonly thread: number;
  readonly cell: number;
  readonly by: number;
  /** Its step, counted from 1. */
  readonly at: number;
}

/** All that sleep wait for what those that sleep have left. */
export function explainCircle(run: Interleavings, way: Way): string | undefined {
  const { sleepers } = way.last;
  const waiting = waitingIn(run, way).filter(({ by }) => isAsleep(way, by));
  if (waiting.length < sleepers.length) return undefined;
  const facts = waiting.map(({ thread, cell, by, at }) =>
    by === thread
      ? `${run.threads[thread]} waits for a change of ${run.cells[cell]}, and has changed it last itself (step ${at}): it waits for itself.`
      : `${run.threads[thread]} waits for a change of ${run.cells[cell]}, which ${run.threads[by]} changed last (step ${at}).`,
  );
  const isCircle = waiting.every(({ thread, by }) => by !== thread);
  return [...facts, ...(isCircle ? ['They wait for each other.'] : [])].join(' ');
}

/** A cell was left as it is by a thread that has come to its end. */
export function explainLeft(run: Interleavings, way: Way): string | undefined {
  const facts = waitingIn(run, way)
    .filter(({ by }) => !isAsleep(way, by))
    .map(
      ({ cell, by, at }) =>
        `${run.threads[by]} changed ${run.cells[cell]} last (step ${at}), and has come to its end.`,
    );
  return [...new Set(facts)].join(' ') || undefined;
}

const isAsleep = ({ last }: Way, one: number) => last.sleepers.some(({ thread }) => thread === one);

function waitingIn(run: Interleavings, { steps, last }: Way): Waiting[] {
  const memories = [run.first.memory, ...steps.map(({ to }) => to.memory)];
  return last.sleepers.flatMap(({ thread, cell }) => {
    const since = steps.findLast((step) => step.thread === thread);
    const at = steps.findLastIndex((_, i) => memories[i]?.[cell] !== memories[i + 1]?.[cell]);
    const isNotified = steps
      .slice(at + 1)
      .some(({ access }) => access.kind === 'notify' && access.cell === cell);
    const by = steps[at]?.thread;
    const isStill = last.memory[cell] === since?.access.operands[0];
    return by === undefined || isNotified || !isStill ? [] : [{ thread, cell, by, at: at + 1 }];
  });
}
