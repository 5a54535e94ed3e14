// A loop that yields with a timer of 0 ms.
export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let until = Date.now() + slice;
  for (const item of items) {
    work(item);
    if (Date.now() < until) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    until = Date.now() + slice;
  }
}
