// A class that is the heartbeat.
interface Probe {
  now(): number;
  every(ms: number, beat: () => void): () => void;
}

class Heart {
  readonly #probe: Probe;
  readonly #start: number;
  readonly #stop: () => void;
  #last: number;
  #late = 0;

  constructor(probe: Probe) {
    this.#probe = probe;
    this.#start = probe.now();
    this.#last = this.#start;
    this.#stop = probe.every(5, () => this.#beat());
  }

  #beat(): void {
    const now = this.#probe.now();
    this.#late += Math.max(0, now - this.#last - 5);
    this.#last = now;
  }

  /** The share of the time in which the thread was blocked. */
  end(): number {
    this.#beat();
    this.#stop();
    return this.#late / (this.#last - this.#start);
  }
}

export async function kindOf(f: () => unknown, probe: Probe): Promise<'io' | 'cpu'> {
  const heart = new Heart(probe);
  let share = 0;
  try {
    await f();
  } finally {
    share = heart.end();
  }
  return share > 0.5 ? 'cpu' : 'io';
}
