// A generator holds the total: each number is passed in with next().
type Io<T> = () => Promise<T>;

function* summing(): Generator<number, never, number> {
  let sum = 0;
  while (true) sum += yield sum;
}

export class Tally {
  readonly #sums = summing();
  total = this.#sums.next().value;

  add = async (count: Io<number>): Promise<void> => {
    const n = await count();
    this.total = this.#sums.next(n).value;
  };
}
