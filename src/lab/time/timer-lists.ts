/** Which timer is next, by the rules of Node's `lib/internal/timers.js`. */
import type { Timer } from './timer.ts';

/** Timers of one delay, the first set first. */
class DelayList {
  readonly delay: number;
  /** When the first of them is due, in ms; earlier where that one was cleared. */
  expiry: number;
  /** Of lists with the same expiry, the one with the lower id is the first. */
  id: number;
  /** Its place in the queue of lists. */
  position = 0;
  first: Timer | undefined;
  last: Timer | undefined;

  constructor(delay: number, expiry: number, id: number) {
    this.delay = delay;
    this.expiry = expiry;
    this.id = id;
  }
}

/**
 * Node keeps timers of one delay in one list, and asks the list whose first timer is due first. Where many are
 * late, after a burn, all that are due of one list fire before the next list: those of 10 ms, set at 0 and at
 * 5 ms, come together, before one of 11 ms that was set at 0 ms.
 */
export class TimerLists {
  readonly #byDelay = new Map<number, DelayList>();
  /** A binary heap. */
  readonly #queue: DelayList[] = [];
  #lastId = 0;
  #size = 0;
  /** The list of which a timer was taken last, while it may have more that are due. */
  #current: DelayList | undefined;

  get size(): number {
    return this.#size;
  }

  /** @param start ms from which its delay counts */
  insert(timer: Timer, start: number): void {
    this.remove(timer);
    timer.dueAt = start + timer.delay;
    let list = this.#byDelay.get(timer.delay);
    if (!list) {
      list = new DelayList(timer.delay, timer.dueAt, ++this.#lastId);
      this.#byDelay.set(timer.delay, list);
      list.position = this.#queue.push(list) - 1;
      this.#rise(list);
    }
    timer.list = list;
    timer.before = list.last;
    if (list.last) list.last.after = timer;
    else list.first = timer;
    list.last = timer;
    this.#size++;
  }

  /** Whether it was there. Its list stays where it is, even empty. */
  remove(timer: Timer): boolean {
    const list = timer.list as DelayList | undefined;
    if (!list) return false;
    if (timer.before) timer.before.after = timer.after;
    else list.first = timer.after;
    if (timer.after) timer.after.before = timer.before;
    else list.last = timer.before;
    timer.list = undefined;
    timer.before = undefined;
    timer.after = undefined;
    this.#size--;
    return true;
  }

  /** Whether it was there. */
  clear(timer: Timer): boolean {
    const list = timer.list as DelayList | undefined;
    if (!list) return false;
    this.remove(timer);
    // Node keeps the empty list of one that does not keep the process alive.
    if (!list.first && timer.hasRef()) this.#drop(list);
    return true;
  }

  /** When the next list is to be asked, in ms; undefined where there is none. */
  get nextExpiry(): number | undefined {
    return this.#queue[0]?.expiry;
  }

  /** The first timer of the list to be asked next is due at that ms. */
  hasDueNext(now: number): boolean {
    const first = (this.#current ?? this.#queue[0])?.first;
    return first !== undefined && first.dueAt <= now;
  }

  /** Takes the next one of those that are due at that ms. */
  takeDue(now: number): Timer | undefined {
    for (;;) {
      const list = this.#current ?? this.#queue[0];
      if (!list || (list !== this.#current && list.expiry > now)) return undefined;
      const timer = list.first;
      if (timer && timer.dueAt <= now) {
        this.#current = list;
        this.remove(timer);
        return timer;
      }
      this.#current = undefined;
      this.#settle(list);
    }
  }

  /** After the callback of the one taken last, and before what that has queued: its list may be done at that ms. */
  settle(now: number): void {
    const list = this.#current;
    if (!list || (list.first && list.first.dueAt <= now)) return;
    this.#current = undefined;
    this.#settle(list);
  }

  /** Nothing of this list is due any more. */
  #settle(list: DelayList): void {
    if (list.first) {
      list.expiry = list.first.dueAt;
      list.id = ++this.#lastId;
      this.#sink(list);
    } else if (this.#byDelay.get(list.delay) === list) this.#drop(list);
  }

  /** Takes the next one of the list of which one was taken last. */
  takeDueOfSame(now: number): Timer | undefined {
    const timer = this.#current?.first;
    if (!timer || timer.dueAt > now) return undefined;
    this.remove(timer);
    return timer;
  }

  *[Symbol.iterator](): Generator<Timer> {
    for (const { first } of this.#queue)
      for (let timer = first; timer; timer = timer.after) yield timer;
  }

  #drop(list: DelayList): void {
    this.#byDelay.delete(list.delay);
    const last = this.#queue.pop() as DelayList;
    if (last === list) return;
    last.position = list.position;
    this.#queue[last.position] = last;
    this.#rise(last);
    this.#sink(last);
  }

  #rise(list: DelayList): void {
    const queue = this.#queue;
    while (list.position > 0) {
      const parent = queue[(list.position - 1) >> 1] as DelayList;
      if (!isBefore(list, parent)) return;
      this.#swap(list, parent);
    }
  }

  #sink(list: DelayList): void {
    const queue = this.#queue;
    for (;;) {
      const left = queue[2 * list.position + 1];
      const right = queue[2 * list.position + 2];
      const child = left && right && isBefore(right, left) ? right : left;
      if (!child || !isBefore(child, list)) return;
      this.#swap(list, child);
    }
  }

  #swap(a: DelayList, b: DelayList): void {
    [a.position, b.position] = [b.position, a.position];
    this.#queue[a.position] = a;
    this.#queue[b.position] = b;
  }
}

function isBefore(a: DelayList, b: DelayList): boolean {
  return a.expiry < b.expiry || (a.expiry === b.expiry && a.id < b.id);
}
