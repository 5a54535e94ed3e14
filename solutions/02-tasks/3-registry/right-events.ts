// An event emitter that emits an event when it is idle.
import { EventEmitter, once } from 'node:events';

type Io<T> = () => Promise<T>;

export class Registry extends EventEmitter {
  #names: { name: string }[] = [];

  async #run(name: string, f: Io<void>) {
    const entry = { name };
    this.#names.push(entry);
    try {
      await f();
    } catch {
      // A failure is an end too.
    }
    this.#names = this.#names.filter((other) => other !== entry);
    if (this.#names.length === 0) this.emit('idle');
  }

  spawn(name: string, f: Io<void>): void {
    this.#run(name, f);
  }

  running(): string[] {
    return this.#names.map(({ name }) => name);
  }

  async idle(): Promise<void> {
    if (this.#names.length > 0) await once(this, 'idle');
  }
}
