// concatMap over groups of work. A read joins the last group, if that is one of reads.
import { concatMap, Subject } from 'rxjs';

type Io<T> = () => Promise<T>;

class Group {
  readonly isRead: boolean;
  #start = () => {};
  #end = () => {};
  #inFlight = 0;
  readonly #started = new Promise<void>((resolve) => (this.#start = resolve));
  readonly #ended = new Promise<void>((resolve) => (this.#end = resolve));

  constructor(isRead: boolean) {
    this.isRead = isRead;
  }

  run() {
    this.#start();
    return this.#ended;
  }

  async add<T>(f: Io<T>) {
    this.#inFlight++;
    try {
      await this.#started;
      return await f();
    } finally {
      this.#inFlight--;
      if (this.#inFlight === 0) this.#end();
    }
  }

  get isOver() {
    return this.#inFlight === 0;
  }
}

export class ReadWriteLock {
  readonly #groups = new Subject<Group>();
  #last = new Group(false);

  constructor() {
    this.#groups.pipe(concatMap((group) => group.run())).subscribe();
  }

  read<T>(f: Io<T>) {
    const isOpen = this.#last.isRead && !this.#last.isOver;
    return this.#add(isOpen ? this.#last : new Group(true), f);
  }

  write<T>(f: Io<T>) {
    return this.#add(new Group(false), f);
  }

  #add<T>(group: Group, f: Io<T>) {
    const result = group.add(f);
    if (group !== this.#last) this.#groups.next(group);
    this.#last = group;
    return result;
  }
}
