// Is not an async function, so a throw of the count leaves add() as a throw.
// Fails: rejects with the same reason when count rejects or throws, and adds nothing
// Fails: adds all other counts as before after a failure
// Says: It threw synchronously at 0 ms
type Io<T> = () => Promise<T>;

export class Tally {
  total = 0;

  add(count: Io<number>): Promise<void> {
    return count().then((n) => {
      this.total += n;
    });
  }
}
