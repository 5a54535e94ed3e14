// What promise-polyfill calls its handlers with, for macro jobs.
import Polyfill from 'promise-polyfill';

interface Job {
  when: 'now' | 'tick' | 'micro' | 'macro';
  run: () => void;
}

const later = (Polyfill as never as { _immediateFn(run: () => void): void })._immediateFn;

const QUEUES = {
  now: (run: () => void) => run(),
  tick: process.nextTick,
  micro: queueMicrotask,
  macro: (run: () => void) => later(run),
};

export function schedule(jobs: Job[]) {
  for (const { when, run } of jobs) QUEUES[when](run);
}
