// The macro jobs run as messages; each is sent when the one before has arrived.
interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

import { MessageChannel } from 'node:worker_threads';

function macro(runs: (() => void)[]): void {
  const [first, ...rest] = runs;
  if (!first) return;
  const { port1, port2 } = new MessageChannel();
  port1.on('message', () => {
    port1.close();
    macro(rest);
    first();
  });
  port2.postMessage(0);
}

export function schedule(jobs: Job[]): void {
  for (const { when, run } of jobs) {
    if (when === 'now') run();
    if (when === 'tick') process.nextTick(run);
    if (when === 'micro') queueMicrotask(run);
  }
  macro(jobs.filter(({ when }) => when === 'macro').map(({ run }) => run));
}
