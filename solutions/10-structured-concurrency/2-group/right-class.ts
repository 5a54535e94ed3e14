// A class with private fields, which waits for an event of its own.

import { EventEmitter, once } from 'node:events';
import type { Group } from '../2-group.ts';

class Tasks {
  #controller = new AbortController();
  #events = new EventEmitter();
  #running = 0;
  #isOpen = true;
  failure: { reason: unknown } | undefined;
  signal = this.#controller.signal;

  spawn: Group['spawn'] = (task) => {
    if (!this.#isOpen || this.failure) throw new Error('the group is over');
    this.run(() => task(this.signal));
  };

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
  const value = await tasks.run(() => body({ signal: tasks.signal, spawn: tasks.spawn }));
  await tasks.end();
  if (tasks.failure) throw tasks.failure.reason;
  return value as T;
}
