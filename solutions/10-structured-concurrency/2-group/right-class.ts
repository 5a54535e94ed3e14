// A class with private fields, which waits for an event of its own. The group has methods, and needs its `this`.

import { EventEmitter, once } from 'node:events';
import type { Group } from '../2-group.ts';

class Tasks implements Group {
  #controller = new AbortController();
  #events = new EventEmitter();
  #running = 0;
  #isOpen = true;
  failure: { reason: unknown } | undefined;

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  spawn(task: (signal: AbortSignal) => Promise<unknown>): void {
    if (!this.#isOpen || this.failure) throw new Error('the group is over');
    this.run(() => task(this.signal));
  }

  async run<R>(work: () => Promise<R>): Promise<R | undefined> {
    this.#running++;
    try {
      return await work();
    } catch (reason) {
      this.failure ??= { reason };
      this.#controller.abort();
      return undefined;
    } finally {
      if (--this.#running === 0) this.#events.emit('idle');
    }
  }

  async end() {
    while (this.#running > 0) await once(this.#events, 'idle');
    this.#isOpen = false;
  }
}

export async function withGroup<T>(body: (group: Group) => Promise<T>): Promise<T> {
  const tasks = new Tasks();
  const value = await tasks.run(() => body(tasks));
  await tasks.end();
  if (tasks.failure) throw tasks.failure.reason;
  return value as T;
}
