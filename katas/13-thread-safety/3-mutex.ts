/**
 * A mutex in memory that several threads share. One thread has it at a time, and the others sleep. Each thread makes a
 * `Mutex` of its own for the same cells. It calls `lock` and then `unlock`, both on the same object.
 *
 * - `lock` returns when this thread has the mutex, and `unlock` releases it. If the mutex is free, `lock` does not wait.
 *   `unlock` never waits. A thread may lock it again and again.
 * - The cells `at`, `at + 1` and `at + 2` are the mutex's, and begin at 0. All other cells stay as they are.
 * - One thread has it at a time, in whatever order the steps of two threads come. To make a `Mutex` changes nothing for a
 *   thread that has it.
 * - A thread that has it may read and write plainly what the mutex protects: nothing of two threads is lost.
 * - Nor is anything of three threads lost. Each `lock` returns in the end, if each thread that gets the mutex releases it.
 * - A thread that has to wait sleeps until it is woken, without a time limit. It may try up to a hundred times before.
 * - Mutexes of other cells are other mutexes, and a thread may have several of them. `memory` may be a part of a larger
 *   memory.
 * - No plain access of a cell can meet another thread's: there is no data race.
 */
export class Mutex {
  constructor(memory: Int32Array, at: number) {
    // TODO: keep what the methods need. What the threads share can only be in the memory.
    throw new Error('TODO: write the constructor of Mutex in katas/13-thread-safety/3-mutex.ts');
  }

  lock(): void {
    // TODO: take the mutex, or sleep until it can be taken.
    throw new Error('TODO: write lock() in katas/13-thread-safety/3-mutex.ts');
  }

  unlock(): void {
    // TODO: release the mutex, and wake a thread that sleeps.
    throw new Error('TODO: write unlock() in katas/13-thread-safety/3-mutex.ts');
  }
}
