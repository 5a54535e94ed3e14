// A queue of fastq's without a limit.
import { promise } from 'fastq';

interface Work {
  name: string;
  f: () => Promise<void>;
}

export class Registry {
  readonly #running: Work[] = [];
  readonly #line = promise(async (work: Work) => {
    this.#running.push(work);
    try {
      await work.f();
    } catch {
      // It has ended.
    }
    this.#running.splice(this.#running.indexOf(work), 1);
  }, 10_000);
  spawn(name: string, f: () => Promise<void>) {
    this.#line.push({ name, f });
  }
  running() {
    return this.#running.map(({ name }) => name);
  }
  async idle() {
    while (!this.#line.idle()) await this.#line.drained();
  }
}
