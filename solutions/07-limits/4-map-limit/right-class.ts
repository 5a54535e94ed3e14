// A class with a room: who takes a place waits for one, and who gives it back wakes the reader.
class Room {
  readonly #places: number;
  #taken = 0;
  #wake = () => {};

  constructor(places: number) {
    this.#places = places;
  }

  take(): void {
    this.#taken++;
  }

  giveBack(): void {
    this.#taken--;
    this.#wake();
  }

  change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }

  get isFull(): boolean {
    return this.#taken >= this.#places;
  }

  get isEmpty(): boolean {
    return this.#taken === 0;
  }
}

export async function mapLimit<T, R>(
  items: Iterable<T> | AsyncIterable<T>,
  n: number,
  f: (item: T) => Promise<R>,
): Promise<R[]> {
  if (n < 1 || !(Number.isInteger(n) || n === Infinity)) throw new RangeError(`n is ${n}`);
  const room = new Room(n);
  const results: R[] = [];
  const failures: unknown[] = [];
  const call = async (item: T, place: number) => {
    room.take();
    try {
      results[place] = await f(item);
    } catch (error) {
      failures.push(error);
    } finally {
      room.giveBack();
    }
  };
  try {
    let count = 0;
    for await (const item of items) {
      if (failures.length > 0) break;
      call(item, count++);
      while (room.isFull) await room.change();
      if (failures.length > 0) break;
    }
  } catch (error) {
    failures.push(error);
  }
  while (!room.isEmpty && failures.length === 0) await room.change();
  if (failures.length > 0) throw failures[0];
  return results;
}
