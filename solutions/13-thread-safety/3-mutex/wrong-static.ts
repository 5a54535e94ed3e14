// Keeps the state in the class. (Each thread has a copy of the class.)
// Fails: lets one thread in at a time, in whatever order their steps come
// Fails: protects what two threads read and write plainly
// Fails: lets three threads in, one after another
// Fails: keeps two mutexes apart, wherever they are
// Fails: has no data race
// Says: a thread that comes now cannot know that
export class Mutex {
  readonly memory: Int32Array;
  readonly at: number;

  constructor(memory: Int32Array, at: number) {
    this.memory = memory;
    this.at = at;
  }

  static isLocked = false;

  lock() {
    while (Mutex.isLocked);
    Mutex.isLocked = true;
  }

  unlock() {
    Mutex.isLocked = false;
  }
}
