// With a Repeater, an async iterator from npm: each value is pushed into it when it arrives.
import { FixedBuffer, Repeater } from '@repeaterjs/repeater';

export async function* asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  const arrivals = new Repeater<() => T>(
    (push, stop) => {
      let left = list.length;
      const arrive = (open: () => T) => {
        push(open);
        if (--left === 0) stop();
      };
      for (const promise of list)
        promise.then(
          (value) => arrive(() => value),
          // Passed to stop(), the error would also reach a reader that stops early, before it has read that far.
          (failure) =>
            arrive(() => {
              throw failure;
            }),
        );
      if (left === 0) stop();
    },
    new FixedBuffer(list.length + 1),
  );
  for await (const open of arrivals) yield open();
}
