// A sink of ix, which keeps what has arrived.
import { AsyncSink } from 'ix/asynciterable/asyncsink';

type End<T> = { value: T } | { reason: unknown };

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const sink = new AsyncSink<End<T>>();
  let left = 0;
  const tell = (end: End<T>) => {
    sink.write(end);
    if (--left === 0) sink.end();
  };
  const list = [...promises];
  left = list.length;
  if (left === 0) return;
  for (const promise of list)
    promise.then(
      (value) => tell({ value }),
      (reason) => tell({ reason }),
    );
  for await (const end of sink) {
    if ('reason' in end) throw end.reason;
    yield end.value;
  }
}
