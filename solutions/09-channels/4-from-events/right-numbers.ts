// The n-th call of next() gets the n-th promise, whichever of the two is first.
import type { EventEmitter } from 'node:events';

interface Place<T> {
  promise: Promise<IteratorResult<T>>;
  resolve(result: IteratorResult<T>): void;
  reject(error: unknown): void;
}

function newPlace<T>(): Place<T> {
  const place = {} as Place<T>;
  place.promise = new Promise((resolve, reject) => Object.assign(place, { resolve, reject }));
  // It may have rejected before it is read.
  place.promise.catch(() => {});
  return place;
}

export function fromEvents<T>(
  emitter: EventEmitter,
  event: string,
  end: string,
): AsyncIterableIterator<T> {
  const places: Place<T>[] = [];
  const at = (i: number) => {
    places[i] ??= newPlace();
    return places[i] as Place<T>;
  };
  let [read, filled, isOver] = [0, 0, false];
  const done: IteratorResult<T> = { done: true, value: undefined };
  const keep = (value: T) => at(filled++).resolve({ done: false, value });
  const fail = (error: unknown) => {
    at(filled++).reject(error);
    close();
  };
  const close = () => {
    isOver = true;
    emitter.off(event, keep).off(end, close).off('error', fail);
    // What has settled stays as it is.
    for (const place of places) place.resolve(done);
  };
  emitter.on(event, keep).on(end, close).on('error', fail);
  return {
    next: async () => (isOver && read >= filled ? done : at(read++).promise),
    return: async () => {
      close();
      return done;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
