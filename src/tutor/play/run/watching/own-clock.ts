import { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { placeOf } from '../../../../lab/trace/place.ts';

/** What has a clock of its own, and the line that is about to start it. */
export interface OwnClock {
  readonly what: 'thread' | 'process';
  readonly place: string | undefined;
}

/** Ends the program where it starts a thread or another process: neither goes by the clock on which it is played. */
export function watchOwnClocks(end: (starts: OwnClock) => never): void {
  const endAt = (what: OwnClock['what']) => () => end({ what, place: placeOf(new Error()) });
  const threads = process.getBuiltinModule('node:worker_threads');
  threads.Worker = new Proxy(threads.Worker, { construct: endAt('thread') });
  syncBuiltinESMExports();
  // `spawn`, `fork`, `exec` and `execFile` all come here.
  Reflect.set(ChildProcess.prototype, 'spawn', endAt('process'));
}
