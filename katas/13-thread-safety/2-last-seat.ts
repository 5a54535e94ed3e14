/**
 * Sells seats to callers in several threads. Cell 0 of `memory` holds the number of free seats, 0 or more, and only `book`
 * changes it. No seat is given back.
 *
 * - `book` takes one seat from cell 0, and returns true. It returns false if no seat is free.
 * - It waits for no seat: if none is free, each call returns, and cell 0 stays 0. It may wait for a lock of yours.
 * - Each seat is sold once, in whatever order the steps of the threads come.
 * - It returns false only if all seats have been sold, however often other threads book at that time.
 * - Other code may read cell 0 after any step. It is never below 0, and it goes down only by seats that calls take. When
 *   `book` returns true, the seat has been taken from it.
 * - `memory` may be a part of a larger memory, and the next call may get another part: that is another sale.
 * - Cell 1 is yours, and begins at 0: a lock may be there. All other cells stay as they are.
 * - No plain access of a cell can meet another thread's: there is no data race.
 */
export function book(memory: Int32Array): boolean {
  // TODO: take a seat if one is free, so that no thread comes in between.
  throw new Error('TODO: write book() in katas/13-thread-safety/2-last-seat.ts');
}
