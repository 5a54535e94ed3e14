import { syncBuiltinESMExports } from 'node:module';
import { currentThreads } from './threads.ts';
import { VirtualWorker } from './worker.ts';

/**
 * Puts threads on virtual time in the place of real ones, for code of a run that starts one from a program of
 * its scene. All other files are started as ever. To be called once in a process.
 */
export function virtualiseThreads(): void {
  const module = process.getBuiltinModule('node:worker_threads');
  const real = module.Worker;
  const isWorker = (object: unknown) =>
    object instanceof VirtualWorker || Function.prototype[Symbol.hasInstance].call(real, object);
  module.Worker = new Proxy(real, {
    construct(target, args, newTarget) {
      const [file, options = {}] = args;
      const { threads, run } = currentThreads() ?? {};
      return threads?.has(file) && run
        ? new VirtualWorker(file, options, threads, run)
        : Reflect.construct(target, args, newTarget);
    },
    get: (target, key, self) =>
      key === Symbol.hasInstance ? isWorker : Reflect.get(target, key, self),
  });
  syncBuiltinESMExports();
}
