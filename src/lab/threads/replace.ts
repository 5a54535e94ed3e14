import { syncBuiltinESMExports } from 'node:module';
import type { Worker } from 'node:worker_threads';
import { once } from '../node/once.ts';
import { currentThreads } from './threads.ts';
import { VirtualWorker } from './worker.ts';

/** One for all copies of the lab. */
const real = once('real threads', () => ({ started: undefined as Set<Worker> | undefined }));

/** From now on, notes each thread of Node's own that is started. */
export function watchThreads(): ReadonlySet<Worker> {
  real.started = new Set();
  return real.started;
}

/**
 * Puts threads on virtual time in the place of real ones, for code of a run that starts one from a program of
 * its scene. All other files are started as ever. To be called once in a process.
 */
export function virtualiseThreads(): void {
  const module = process.getBuiltinModule('node:worker_threads');
  const { Worker } = module;
  const isWorker = (object: unknown) =>
    object instanceof VirtualWorker || Function.prototype[Symbol.hasInstance].call(Worker, object);
  module.Worker = new Proxy(Worker, {
    construct(target, args, newTarget) {
      const [file, options = {}] = args;
      const { threads, run } = currentThreads() ?? {};
      if (threads?.has(file) && run) return new VirtualWorker(file, options, threads, run);
      const worker = Reflect.construct(target, args, newTarget);
      real.started?.add(worker);
      threads?.endWithTheRun(worker);
      return worker;
    },
    get: (target, key, self) =>
      key === Symbol.hasInstance ? isWorker : Reflect.get(target, key, self),
  });
  syncBuiltinESMExports();
}
