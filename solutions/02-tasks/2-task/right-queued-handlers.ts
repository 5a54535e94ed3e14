// Calls the handlers itself: a list of them while the work is pending, and a microtask each when it has settled.
type Io<T> = () => Promise<T>;
type Status = 'pending' | 'done' | 'failed';

export class Task<T> implements PromiseLike<T> {
  readonly name: string;
  #end: PromiseSettledResult<T> | undefined;
  #waiting: (() => void)[] = [];

  constructor(f: Io<T>, name = 'task') {
    this.name = name;
    const finish = (end: PromiseSettledResult<T>) => {
      this.#end = end;
      for (const go of this.#waiting) queueMicrotask(go);
    };
    f().then(
      (value) => finish({ status: 'fulfilled', value }),
      (reason) => finish({ status: 'rejected', reason }),
    );
  }

  get status(): Status {
    if (!this.#end) return 'pending';
    return this.#end.status === 'fulfilled' ? 'done' : 'failed';
  }

  result(): T {
    if (!this.#end) throw new Error('The task is pending.');
    if (this.#end.status === 'rejected') throw this.#end.reason;
    return this.#end.value;
  }

  then<A = T, B = never>(
    onDone?: ((value: T) => A | PromiseLike<A>) | null,
    onFailed?: ((failure: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return new Promise((resolve, reject) => {
      const go = () => {
        const end = this.#end as PromiseSettledResult<T>;
        try {
          if (end.status === 'fulfilled') {
            resolve(typeof onDone === 'function' ? onDone(end.value) : (end.value as unknown as A));
          } else if (typeof onFailed === 'function') resolve(onFailed(end.reason));
          else reject(end.reason);
        } catch (error) {
          reject(error);
        }
      };
      if (this.#end) queueMicrotask(go);
      else this.#waiting.push(go);
    });
  }
}
