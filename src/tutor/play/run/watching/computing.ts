import { native } from '../../../../lab/node/native.ts';
import type { Computed } from '../../played.ts';

/** Real ms of one stretch below which nothing is told: to load a part of Node, or to tidy up, takes some, too. */
const LEAST = 50;

/** Real time, and that of the CPU, in ms. */
type Clocks = () => readonly [real: number, cpu: number];

const ofProcess: Clocks = () => {
  const { user, system } = native.cpuUsage.call(process);
  return [native.performanceNow(), (user + system) / 1000];
};

interface Stretch {
  /** Virtual ms at its end. */
  readonly at: number;
  readonly by: string;
  /** What passed in it is known otherwise: on the virtual clock, or as real I/O. */
  readonly isCounted?: boolean;
}

/** Real time for which the program computes between two things that happen: on virtual time, it takes none. */
export class Computing {
  readonly #clocks: Clocks;
  #since: readonly [real: number, cpu: number] | undefined;
  #longest = 0;
  told: Computed | undefined;

  constructor(clocks = ofProcess) {
    this.#clocks = clocks;
  }

  /** From here on it is the program that runs. */
  begin(): void {
    this.#since = this.#clocks();
  }

  /** Something happens: until here it was the program that ran. */
  look({ at, by, isCounted = false }: Stretch): void {
    if (!this.#since) return;
    const [real, cpu] = this.#clocks();
    // A machine that is busy with others makes it longer, and threads of Node's take CPU time of their own.
    const ms = Math.min(real - this.#since[0], cpu - this.#since[1]);
    this.#since = undefined;
    if (ms < LEAST || isCounted) return;
    const realMs = (this.told?.realMs ?? 0) + ms;
    this.told = ms > this.#longest ? { realMs, at, by } : { ...(this.told as Computed), realMs };
    this.#longest = Math.max(this.#longest, ms);
  }
}
