/** Why a thread that sleeps is not woken, as far as the interleaving shows it. */
import type { Interleavings } from '../interleave.ts';
import type { Way } from '../states/paths.ts';

export function explainSleep(run: Interleavings, { steps, last }: Way): string | undefined {
  // Whether it was notified says nothing: it could only have been by itself.
  if (run.threads.length === 1) return undefined;
  const facts = last.sleepers.flatMap(({ thread, cell }) => {
    const name = run.cells[cell];
    const sleeper = run.threads[thread];
    const since = steps.findLastIndex((step) => step.thread === thread);
    const waitedFor = steps[since]?.access.operands[0];
    const notified = steps.findLastIndex(
      ({ access }) => access.kind === 'notify' && access.cell === cell,
    );
    const now = last.memory[cell];
    const hasChanged =
      now === waitedFor
        ? []
        : [
            `${name} is ${now} by now, and no longer ${waitedFor}: but ${sleeper} looks only when it is woken.`,
          ];
    if (notified < 0) return [...hasChanged, `No thread has called notify for ${name}.`];
    if (notified < since)
      return [
        ...hasChanged,
        `The last notify for ${name} came at step ${notified + 1}, before ${sleeper} slept: it is not kept for later.`,
      ];
    const woken = steps[notified]?.woken.length ?? 0;
    return [
      ...hasChanged,
      `The notify for ${name} at step ${notified + 1} woke ${woken === 0 ? 'no thread' : `only ${woken}`}.`,
    ];
  });
  return [...new Set(facts)].join(' ') || undefined;
}
