// With a Repeater, into which the values are pushed as they come.
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
          // Given to stop(), it would hit a reader who breaks off before its turn.
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
