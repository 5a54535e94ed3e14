// `clear` rejects the calls that wait, so that none of them waits without end.
// Fails: changes nothing with clear while it is not set, or with set while it is set
// Fails: isSet says whether it is set
// Says: change what they wait for
interface Waiter {
  resolve(): void;
  reject(reason: unknown): void;
}

export class Happening {
  #waiting: Waiter[] = [];
  isSet = false;

  set() {
    this.isSet = true;
    for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  clear() {
    this.isSet = false;
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('cleared'));
  }

  wait() {
    if (this.isSet) return Promise.resolve();
    return new Promise<void>((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }
}
