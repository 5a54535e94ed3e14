// Groups: the reads between two writes, or one write. A group that starts calls its last function first. (Free: in which
// order reads start that start in the same millisecond.)
type Io<T> = () => Promise<T>;

interface Group {
  readonly isRead: boolean;
  readonly starts: (() => void)[];
  left: number;
}

export class ReadWriteLock {
  /** The first one is in flight. */
  readonly #groups: Group[] = [];

  read<T>(f: Io<T>) {
    return this.#run(true, f);
  }

  write<T>(f: Io<T>) {
    return this.#run(false, f);
  }

  async #run<T>(isRead: boolean, f: Io<T>) {
    const group = this.#join(isRead);
    if (group !== this.#groups[0]) await new Promise<void>((start) => group.starts.unshift(start));
    try {
      return await f();
    } finally {
      group.left--;
      if (group.left === 0) this.#startNext();
    }
  }

  #join(isRead: boolean) {
    let group = this.#groups.at(-1);
    if (!group?.isRead || !isRead) {
      group = { isRead, starts: [], left: 0 };
      this.#groups.push(group);
    }
    group.left++;
    return group;
  }

  #startNext() {
    this.#groups.shift();
    this.#groups[0]?.starts.forEach((start) => {
      start();
    });
  }
}
