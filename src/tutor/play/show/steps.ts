/** What happened, one thing after another, and which code stood in which queue after it. */
import type { Played, Queues, Step } from '../played.ts';

const MOST_STEPS = 200;

export function renderSteps({ steps }: Played): string {
  const widest = Math.max(0, ...steps.map(({ at }) => `${at}`.length));
  const shown = steps.slice(0, MOST_STEPS).map((step) => renderStep(step, widest));
  const hidden = steps.length - shown.length;
  if (hidden > 0) shown.push(`  (and ${hidden} more)`);
  return shown.join('\n');
}

function renderStep({ at, what, queues }: Step, widest: number): string {
  const margin = ' '.repeat(widest + 7);
  const lines = linesOf(queues).map((line) => `${margin}${line}`);
  return [`  ${`${at}`.padStart(widest)} ms  ${what}`, ...lines].join('\n');
}

/** Those in which nothing stands are not shown. */
export function linesOf({ ticks, microtasks, immediates, timers }: Queues): string[] {
  const all: [name: string, labels: readonly string[]][] = [
    ['nextTick', ticks],
    ['microtasks', microtasks],
    ['immediates', immediates],
    ['timers', timers.map(({ label, due }) => `${label} at ${due}`)],
  ];
  return all
    .filter(([, labels]) => labels.length > 0)
    .map(([name, labels]) => `${name.padEnd(10)}  ${labels.join(' | ')}`);
}
