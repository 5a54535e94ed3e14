// A class whose instances know their failures; a dispatched event tells of the end. The group has methods.
import type { Group } from '../3-nested.ts';

class NestedGroup extends EventTarget implements Group {
  readonly #own = new AbortController();
  readonly failures: unknown[] = [];
  #running = 0;
  #hasEnded = false;

  get signal(): AbortSignal {
    return this.#own.signal;
  }

  spawn(task: (signal: AbortSignal) => Promise<unknown>): void {
    this.signal.throwIfAborted();
    if (this.#hasEnded) throw new Error('the group is over');
    void this.run(() => task(this.signal));
  }

  stop(reason: unknown): void {
    this.#own.abort(reason);
  }

  async run<R>(work: () => Promise<R>): Promise<R | undefined> {
    this.#running += 1;
    try {
      return await work();
    } catch (reason) {
      if (!this.#isAnswer(reason)) this.failures.push(reason);
      this.#own.abort();
      return undefined;
    } finally {
      this.#running -= 1;
      if (this.#running === 0) {
        this.#hasEnded = true;
        this.dispatchEvent(new Event('end'));
      }
    }
  }

  #isAnswer(reason: unknown): boolean {
    if (!this.signal.aborted) return false;
    return (
      reason === this.signal.reason || (reason instanceof Error && reason.name === 'AbortError')
    );
  }
}

export async function withNestedGroup<T>(
  body: (group: Group) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  const group = new NestedGroup();
  const stop = () => group.stop(signal?.reason);
  signal?.addEventListener('abort', stop);
  const ended = new Promise((resolve) => {
    group.addEventListener('end', resolve);
  });
  const value = await group.run(() => body(group));
  await ended;
  signal?.removeEventListener('abort', stop);
  if (group.failures.length > 0) throw new AggregateError(group.failures);
  group.signal.throwIfAborted();
  return value as T;
}
