import { syncBuiltinESMExports } from 'node:module';
import type { Worker } from 'node:worker_threads';
import { once } from '../node/once.ts';
import type { SpawnOptions } from './child/child.ts';
import { currentThreads } from './threads.ts';
import { VirtualWorker } from './worker.ts';

/** One for all copies of the lab. */
const real = once('real threads', () => ({ started: undefined as Set<Worker> | undefined }));

/** From now on, notes each thread of Node's own that is started. */
export function watchThreads(): ReadonlySet<Worker> {
  real.started = new Set();
  return real.started;
}

export function watchThreadsNoMore(): void {
  real.started = undefined;
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
  virtualiseChildren();
  syncBuiltinESMExports();
}

/** In a run whose scene has commands, `spawn` starts them, and knows of no others. */
function virtualiseChildren(): void {
  const module = process.getBuiltinModule('node:child_process') as { spawn: unknown };
  const { spawn } = process.getBuiltinModule('node:child_process');
  module.spawn = new Proxy(spawn, {
    apply(target, self, given) {
      const { threads, run } = currentThreads() ?? {};
      if (!threads?.hasCommands || !run) return Reflect.apply(target, self, given);
      const [file, ...more] = given as [string, ...unknown[]];
      const args = Array.isArray(more[0]) ? more.shift() : [];
      return threads.spawn(run, file, args as string[], (more[0] ?? {}) as SpawnOptions);
    },
  });
}
