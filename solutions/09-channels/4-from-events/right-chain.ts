// A linked list of promises: each event fulfils the last one with itself and the next one.
import type { EventEmitter } from 'node:events';

type Link<T> = { next: Promise<Link<T>>; result: IteratorResult<T> | { error: unknown } };

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const done: IteratorResult<T> = { done: true, value: undefined };
  let add: (link: Link<T>) => void = () => {};
  const open = () =>
    new Promise<Link<T>>((resolve) => {
      add = resolve;
    });
  let head = open();
  const put = (result: Link<T>['result']) => {
    const resolve = add;
    resolve({ result, next: open() });
  };
  const keep = (...[value]: T[]) => put({ done: false, value: value as T });
  const fail = (error: unknown) => {
    put({ error });
    close();
  };
  const close = () => {
    stop();
    const last: Link<T> = { result: done, next: Promise.resolve() as never };
    last.next = Promise.resolve(last);
    add(last);
  };
  const stop = () => {
    emitter.removeListener(event, keep);
    emitter.removeListener(end, close);
    emitter.removeListener('error', fail);
  };
  emitter.addListener(event, keep).addListener(end, close).addListener('error', fail);
  return {
    next() {
      const link = head;
      head = head.then(({ next }) => next);
      return link.then(({ result }) => {
        if ('error' in result) throw result.error;
        return result;
      });
    },
    return() {
      close();
      return Promise.resolve(done);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
