import { FixedBuffer, Repeater } from '@repeaterjs/repeater';

export function asCompleted<T>(promises: Iterable<PromiseLike<T>>): AsyncGenerator<T> {
  const list = [...promises];
  return new Repeater<T>(
    (push, stop) => {
      let left = list.length;
      const arrive = (value: T) => {
        push(value);
        if (--left === 0) stop();
      };
      for (const promise of list) promise.then(arrive, stop);
      if (left === 0) stop();
    },
    new FixedBuffer(list.length + 1),
  ) as AsyncGenerator<T>;
}
