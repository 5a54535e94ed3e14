// p-immediate gives way.
import pImmediate from 'p-immediate';

export async function chunked<T>(
  items: T[],
  work: (item: T) => void,
  slice: number,
): Promise<void> {
  let since = performance.now();
  for (const item of items) {
    if (performance.now() - since >= slice) {
      await pImmediate();
      since = performance.now();
    }
    work(item);
  }
}
