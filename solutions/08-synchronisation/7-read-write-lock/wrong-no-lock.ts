// Calls `f` and leaves the rest to the one thread. (Each `await` in `f` lets other calls in.)
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
// Says: A write waits for all calls
type Io<T> = () => Promise<T>;

export class ReadWriteLock {
  async read<T>(f: Io<T>) {
    return f();
  }

  async write<T>(f: Io<T>) {
    return f();
  }
}
