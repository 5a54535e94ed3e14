// Looks whether it may start in a microtask after the call, and counts itself in the next one.
// Fails: read calls f once, when each earlier write has ended, beside any number of reads
// Fails: write calls f once, when each earlier call has ended
// Fails: lets no call overtake one that waits
// Fails: starts reads that wait one behind the other in the same millisecond
// Fails: makes each call wait, also for the same f, and inside of an f
// Fails: does so for a call in whatever microtask it comes
// Fails: fulfils with the value of its work, whatever value it is
// Fails: rejects with the same reason when its work rejects, or f throws
// Fails: goes on with the others when work rejects, or f throws
// Fails: settles when its work does, also while others wait or are in flight
// Fails: is a lock of its own, and works as at the beginning when all calls have ended
// Says: also while that write waits
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  #inFlight: { isRead: boolean; end: Promise<unknown> }[] = [];

  read<T>(f: Io<T>) {
    return this.#run(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#run(false, f);
  }

  async #run<T>(isRead: boolean, f: Io<T>): Promise<T> {
    const before = this.#inFlight.filter((one) => !isRead || !one.isRead);
    await Promise.all(before.map(({ end }) => end));
    const work = (async () => f())();
    const one = { isRead, end: work.catch(() => {}) };
    this.#inFlight.push(one);
    try {
      return await work;
    } finally {
      this.#inFlight.splice(this.#inFlight.indexOf(one), 1);
    }
  }
}
