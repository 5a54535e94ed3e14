import { keepChannel } from './guard/freezing.ts';
import { keepNextTick, keepProcess, keepReports } from './guard/process-ends.ts';
import { startWatchdog } from './guard/watchdog.ts';
import { rememberWorld } from './guard/world.ts';
import { once } from './node/once.ts';
import { showPlainPromises } from './node/plain-promises.ts';
import { noticeStorages } from './node/storages.ts';
import { noticeOutside } from './run/outside/notice.ts';
import { layStraysAtRuns } from './run/strays.ts';
import { virtualiseThreads } from './threads/replace.ts';
import { virtualiseTime } from './time/globals.ts';
import { isInRun } from './time/run-context.ts';

const lab = once('lab', () => ({ isInstalled: false }));

/**
 * Makes the process one in which runs can be observed. All that the lab changes of a process is changed
 * here, once and for as long as the process lives; to import any other part of the lab but for its door
 * changes nothing. It is done before anybody's code is loaded, which may keep a timer function at the top of its file. A copy of
 * the lab that comes later finds it done, and works with what is there.
 *
 * The originals were taken by `node/native.ts` when it was imported. Then, in this order:
 *
 * 1. A thread that can watch over this one starts, and a heart begins to beat for it: after `watch()`, nobody can
 *    keep the process for themselves. It takes a while to come up, so it is the first.
 * 2. Timers, `Date`, `performance`, `process.hrtime` and `cpuUsage`, `AbortSignal.timeout`, `postMessage` of
 *    message ports, and the modules `node:timers`, `node:timers/promises` and `node:perf_hooks` ask which run
 *    they are called in, and live by its clock; outside of every run they are the real ones.
 * 3. Functions of files, networks, processes and threads note that code of a run calls them: the virtual clock
 *    does not wait for these. What blocks the thread is noted with its time.
 * 4. `new Worker` starts a thread on virtual time for code of a run, from a program of its scene.
 * 5. `process.emit` hands what nobody has caught to the run it belongs to. Later it could not be replaced.
 * 6. Before Node 24, `AsyncLocalStorage` notes which ones code of a run uses: after its file, they are retired.
 * 7. `process.exit`, `abort`, `kill`, `send` and so on fail, in words, and `process.nextTick` stays what it is
 *    while a run is under way.
 * 8. What Node writes on every promise for our contexts is hidden from `inspect`.
 * 9. `process.env` notices writes; what the specs cannot do without (`process` and a few methods of it and of
 *    the language) cannot be replaced any more, nor can what all share be frozen, or get another prototype.
 * 10. What all share is looked at as it is now, with all of the above, and every test is held to leave it so.
 *
 * @param learners the paths of the code that is watched; those of katas unless told
 */
export function install({ learners }: { learners?: RegExp } = {}): void {
  if (lab.isInstalled) return;
  lab.isInstalled = true;
  startWatchdog(learners);
  virtualiseTime();
  noticeOutside();
  virtualiseThreads();
  layStraysAtRuns();
  noticeStorages(isInRun);
  keepProcess();
  keepChannel();
  keepReports();
  keepNextTick();
  showPlainPromises();
  rememberWorld();
}
