// A handler in the place of await. It runs as a whole, with no other code in between.
type Io<T> = () => Promise<T>;

export class Tally {
  total = 0;

  add(count: Io<number>): Promise<void> {
    return new Promise<number>((resolve) => resolve(count())).then((n) => {
      this.total += n;
    });
  }
}
