// Calls `f` in a microtask, by `then(f)`, and counts the start before that. (Another call may compute in between.)
// Fails: counts each start from the moment in which f is called
// Says: It is called after that, and counts from that moment
type Io<T> = () => Promise<T>;

export function rate(n: number, ms: number) {
  check(n, ms);
  type Call = { start(): void; next?: Call };
  let first: Call | undefined;
  let last: Call | undefined;
  let recent: number[] = [];
  let isWaiting = false;
  function step(): void {
    if (!first || isWaiting) return;
    const now = Date.now();
    recent = recent.filter((time) => time > now - ms);
    if (recent.length < n) {
      recent = [...recent, now];
      const { start, next } = first;
      first = next;
      if (!first) last = undefined;
      start();
      step();
      return;
    }
    isWaiting = true;
    setTimeout(
      () => {
        isWaiting = false;
        step();
      },
      (recent[0] as number) + ms - now,
    );
  }
  return <T>(f: Io<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const call: Call = {
        start: () => {
          Promise.resolve().then(f).then(resolve, reject);
        },
      };
      if (last) last.next = call;
      else first = call;
      last = call;
      step();
    });
}
function check(n: number, ms: number): void {
  if (!(Number.isInteger(n) || n === Infinity) || n < 1)
    throw new RangeError('n: a whole number, or Infinity');
  if (!(ms >= 1 && ms < Infinity)) throw new RangeError('ms: at least 1, and finite');
}
