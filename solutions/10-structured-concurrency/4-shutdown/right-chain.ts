// Closures in the place of fields, and a promise that grows with each work.
import delay, { clearDelay } from 'delay';

type Op<T> = (signal: AbortSignal) => Promise<T>;

function doorOf(grace: number) {
  if (!(grace >= 0)) throw new RangeError('No such grace');
  const controller = new AbortController();
  const inside = new Set<symbol>();
  let all: Promise<unknown> = Promise.resolve();
  let end: Promise<number> | undefined;
  const closing = () => {
    let told = 0;
    const over = delay(grace);
    over.then(() => {
      told = inside.size;
      if (told > 0) controller.abort();
    });
    return all.then(() => {
      clearDelay(over);
      return told;
    });
  };
  return {
    run<T>(work: Op<T>): Promise<T> {
      if (end) return Promise.reject(new Error('the door is closed'));
      const me = Symbol();
      inside.add(me);
      let begin = () => {};
      const begun = new Promise<void>((resolve) => {
        begin = resolve;
      });
      let ended: Promise<unknown> = begun;
      all = Promise.all([all, begun.then(() => ended)]);
      const result = new Promise<T>((resolve) => resolve(work(controller.signal)));
      const leave = () => inside.delete(me);
      ended = result.then(leave, leave);
      begin();
      return result;
    },
    close(): Promise<number> {
      end ??= closing();
      return end;
    },
  };
}

export class Door {
  readonly #door: ReturnType<typeof doorOf>;

  constructor(grace: number) {
    this.#door = doorOf(grace);
  }

  run<T>(work: Op<T>): Promise<T> {
    return this.#door.run(work);
  }

  close(): Promise<number> {
    return this.#door.close();
  }
}
