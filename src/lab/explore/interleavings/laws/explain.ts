/** What went wrong on a way, as far as its steps prove it; else a question about one of them. */
import { list } from '../../../../text/english.ts';
import type { Interleavings } from '../interleave.ts';
import type { Way } from '../states/paths.ts';
import type { Step } from '../states/state.ts';
import { mayWrite } from '../threads/access.ts';
import { isDone, sayStep } from '../words.ts';

export function explain(run: Interleavings, way: Way): string | undefined {
  return (
    explainLost(run, way) ??
    explainWoken(run, way) ??
    askAboutFailed(run, way) ??
    explainNothingShared(run)
  );
}

function explainNothingShared({ states }: Interleavings): string | undefined {
  return states.some(({ steps }) => steps.some(changes))
    ? undefined
    : 'No thread wrote to the shared memory, in any interleaving. Each thread has its own copy of every variable of your file: only the memory is shared.';
}

/** A thread writes over what others have written since it looked. */
function explainLost({ cells, threads }: Interleavings, { steps }: Way): string | undefined {
  for (const [i, write] of steps.entries()) {
    const { kind, cell, operands } = write.access;
    if (kind !== 'write' && kind !== 'store') continue;
    const own = (step: Step) => step.thread === write.thread && step.access.cell === cell;
    const looked = steps.slice(0, i).findLastIndex(own);
    const look = steps[looked];
    if (!look || (look.access.kind !== 'read' && look.access.kind !== 'load')) continue;
    const lost = steps.flatMap((step, at) => (at > looked && at < i && changes(step) ? [at] : []));
    const others = lost.filter((at) => steps[at]?.access.cell === cell);
    if (others.length === 0) continue;
    const who = [...new Set(others.map((at) => threads[steps[at]?.thread ?? 0]))];
    const when = list(others.map((at) => `${at + 1}`));
    const thread = threads[write.thread];
    return `${thread} read ${look.result} from ${cells[cell]} at step ${looked + 1}, and wrote ${operands[0]} at step ${i + 1}. In between, ${list(who as string[])} wrote to it (step${others.length === 1 ? '' : 's'} ${when}): that is lost.`;
  }
  return undefined;
}

/** A thread goes on when it is woken, and does not see what another one wrote to the cell since. */
function explainWoken({ cells, threads }: Interleavings, { steps }: Way): string | undefined {
  for (const [i, notify] of steps.entries())
    for (const thread of notify.woken) {
      const { cell } = notify.access;
      const onward = steps.findIndex((step, at) => at > i && step.thread === thread);
      const next = steps[onward];
      const isLook = next?.access.cell === cell && !['store', 'write'].includes(next.access.kind);
      if (!next || isLook) continue;
      const wrote = steps.findIndex(
        (step, at) => at > i && at < onward && step.access.cell === cell && changes(step),
      );
      if (wrote < 0) continue;
      const [woken, other] = [threads[thread], threads[steps[wrote]?.thread ?? 0]];
      return `${woken} was woken by the notify for ${cells[cell]} at step ${i + 1}. Before its next step, ${other} wrote to ${cells[cell]} (step ${wrote + 1}), and ${woken} did not look at it again. To be woken says only that there was a notify.`;
    }
  return undefined;
}

const changes = ({ access, result }: Step): boolean =>
  access.kind === 'compareExchange' ? isDone({ access, result }) : mayWrite(access);

/** A code that goes on with another step has looked at what came back. */
function askAboutFailed(run: Interleavings, { steps }: Way): string | undefined {
  const failed = steps.findIndex(({ isOverlooked }) => isOverlooked);
  const step = steps[failed];
  return (
    step &&
    `The compareExchange of ${run.threads[step.thread]} at step ${failed + 1} changed nothing (${sayStep(run, step)}). Does your code look at what it returns?`
  );
}
