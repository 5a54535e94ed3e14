// A line of groups: a group is all reads between two writes, or one write.
type Io<T> = () => Promise<T>;

class Group {
  readonly isRead: boolean;
  readonly #starts: (() => void)[] = [];
  #hasStarted = false;
  #inFlight = 0;

  constructor(isRead: boolean) {
    this.isRead = isRead;
  }

  join() {
    this.#inFlight++;
    if (this.#hasStarted) return Promise.resolve();
    return new Promise<void>((start) => this.#starts.push(start));
  }

  start() {
    this.#hasStarted = true;
    for (const start of this.#starts) start();
  }

  /** Returns whether it was the last one. */
  leave() {
    this.#inFlight--;
    return this.#inFlight === 0;
  }
}

export class ReadWriteLock {
  readonly #groups: Group[] = [];

  read<T>(f: Io<T>) {
    const last = this.#groups.at(-1);
    return this.#run(last?.isRead ? last : this.#add(true), f);
  }

  write<T>(f: Io<T>) {
    return this.#run(this.#add(false), f);
  }

  #add(isRead: boolean) {
    const group = new Group(isRead);
    this.#groups.push(group);
    if (this.#groups.length === 1) group.start();
    return group;
  }

  async #run<T>(group: Group, f: Io<T>) {
    await group.join();
    try {
      return await f();
    } finally {
      if (group.leave()) {
        this.#groups.shift();
        this.#groups[0]?.start();
      }
    }
  }
}
