import type { ChildProcess } from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { promisify } from 'node:util';
import type { Worker } from 'node:worker_threads';
import { once } from '../node/once.ts';
import { VirtualChild } from './child/child.ts';
import { execFile, withPromise } from './child/exec-file.ts';
import type { SpawnOptions } from './child/options.ts';
import { currentThreads } from './threads.ts';
import { VirtualWorker } from './worker.ts';

/** One for all copies of the lab. */
const real = once('real threads', () => ({
  started: undefined as Set<Worker> | undefined,
  children: undefined as Set<ChildProcess> | undefined,
}));

/** From now on, notes each thread and each process of Node's own that is started. */
export function watchThreads(): {
  workers: ReadonlySet<Worker>;
  children: ReadonlySet<ChildProcess>;
} {
  real.started = new Set();
  real.children = new Set();
  return { workers: real.started, children: real.children };
}

export function watchThreadsNoMore(): void {
  real.started = undefined;
  real.children = undefined;
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

/** In a run whose scene has commands, these start them, and know of no others. */
function virtualiseChildren(): void {
  const module = process.getBuiltinModule('node:child_process');
  const { spawn, execFile, exec, ChildProcess } = module;
  Object.assign(module, {
    spawn: inScenes(spawn, start),
    execFile: inScenes(execFile, executeFile),
    exec: inScenes(exec, execute),
  });
  const isNative = ChildProcess[Symbol.hasInstance].bind(ChildProcess);
  Object.defineProperty(ChildProcess, Symbol.hasInstance, {
    value: (object: unknown) => object instanceof VirtualChild || isNative(object),
  });
}

const start = (file: string, ...given: unknown[]): VirtualChild => {
  const { threads, run } = currentThreads() as NonNullable<ReturnType<typeof currentThreads>>;
  const args = Array.isArray(given[0]) ? (given.shift() as string[]) : [];
  return threads.spawn(run, file, args, (given[0] ?? {}) as SpawnOptions);
};

const executeFile = withPromise((file: string, ...given: unknown[]) =>
  execFile(start, file, ...given),
);

const execute = withPromise((line: string, ...given: unknown[]) => {
  const done = given.find((one) => typeof one === 'function');
  const options = given.find((one) => typeof one === 'object');
  return execFile(start, line, { shell: true, ...options }, done);
});

/** @param started a process of Node's, or what `promisify` has made of it */
function note(started: unknown): void {
  const child = started instanceof Promise ? Reflect.get(started, 'child') : started;
  real.children?.add(child as ChildProcess);
}

type Callable = (...given: never[]) => unknown;

/** Ours, where there are commands; and so is what `promisify` makes of it. */
function inScenes(native: object, ours: object): Callable {
  const choose = (of: (one: object) => unknown) => {
    const call = (...given: unknown[]) => {
      const isOurs = currentThreads()?.threads.hasCommands;
      const started = (of(isOurs ? ours : native) as (...given: unknown[]) => unknown)(...given);
      if (!isOurs) note(started);
      return started;
    };
    return call;
  };
  const parts = Object.getOwnPropertyDescriptors(native) as Record<PropertyKey, PropertyDescriptor>;
  if (parts[promisify.custom])
    parts[promisify.custom] = { value: choose((one) => Reflect.get(one, promisify.custom)) };
  return Object.defineProperties(
    choose((one) => one),
    parts,
  );
}
