// Starts a call when the previous call has settled. (Only the steps of one call wait for each other.)
// Fails: does not let concurrent calls disturb each other
// Says: Was 'b' awaited before 'a' was called? Start both first, then await them.
type Io<T> = () => Promise<T>;

let last: Promise<unknown> = Promise.resolve();

export function inOrder<T>(steps: Io<T>[]): Promise<T[]> {
  const mine = last.then(() => run(steps));
  last = mine.catch(() => {});
  return mine;
}

async function run<T>(steps: Io<T>[]): Promise<T[]> {
  const results: T[] = [];
  for (const step of steps) results.push(await step());
  return results;
}
