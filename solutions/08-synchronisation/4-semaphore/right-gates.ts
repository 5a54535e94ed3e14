// A gate for each call that waits: a release opens the first one, and an abort closes its own.
interface Gate {
  passed: Promise<void>;
  open(): void;
  close(reason: unknown): void;
  stay(): void;
}

function gateOf(): Gate {
  const gate = { stay() {} } as Gate;
  gate.passed = new Promise((open, close) => Object.assign(gate, { open, close }));
  return gate;
}

export class Semaphore {
  readonly #gates: Gate[] = [];
  #free: number;

  constructor(n: number) {
    if (n !== Infinity && !(Number.isInteger(n) && n >= 1))
      throw new RangeError(`no permits: ${n}`);
    this.#free = n;
  }

  get free() {
    return this.#free;
  }

  async acquire(signal?: AbortSignal): Promise<() => void> {
    signal?.throwIfAborted();
    if (this.#free === 0) await this.#gate(signal);
    else this.#free--;
    const releases = [() => this.#open()];
    return () => releases.pop()?.();
  }

  async #gate(signal?: AbortSignal) {
    const gate = gateOf();
    const leave = () => {
      this.#gates.splice(this.#gates.indexOf(gate), 1);
      gate.close(signal?.reason);
    };
    this.#gates.push(gate);
    signal?.addEventListener('abort', leave);
    gate.stay = () => signal?.removeEventListener('abort', leave);
    await gate.passed;
  }

  #open() {
    const gate = this.#gates.shift();
    if (!gate) {
      this.#free++;
      return;
    }
    gate.stay();
    gate.open();
  }
}
