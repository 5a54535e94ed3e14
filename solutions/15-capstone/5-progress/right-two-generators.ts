// One generator counts, and a class knows when to draw.
import type { Counts, Result } from '../5-progress.ts';

class Throttle {
  #pause: NodeJS.Timeout | undefined;
  #waiting: (() => void) | undefined;
  readonly #every: number;

  constructor(every: number) {
    this.#every = every;
  }

  call(f: () => void): void {
    this.#waiting = f;
    if (!this.#pause) this.#run();
  }

  flush(): void {
    clearTimeout(this.#pause);
    this.#waiting?.();
  }

  readonly #run = () => {
    this.#pause = undefined;
    const waiting = this.#waiting;
    if (!waiting) return;
    this.#waiting = undefined;
    this.#pause = setTimeout(this.#run, this.#every);
    waiting();
  };
}

async function* counting(results: AsyncIterable<Result>): AsyncGenerator<[Result, Counts], void> {
  let [done, failed] = [0, 0];
  for await (const result of results) {
    if ('error' in result) failed++;
    else done++;
    yield [result, { done, failed }];
  }
}

export async function* progress(
  results: AsyncIterable<Result>,
  draw: (counts: Counts) => void,
  every: number,
): AsyncGenerator<Result, void> {
  const throttle = new Throttle(every);
  try {
    for await (const [result, counts] of counting(results)) {
      throttle.call(() => draw(counts));
      yield result;
    }
  } finally {
    throttle.flush();
  }
}
