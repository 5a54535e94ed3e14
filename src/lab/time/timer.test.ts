import { expect, test } from 'vitest';
import { Immediate, Timeout } from './timer.ts';

test.each([Timeout, Immediate])('%o is set, whatever code has made of the lists', (type) => {
  const setting = {
    clock: { now: 5 },
    id: 1,
    kind: 'timeout',
    owner: 'learner',
    delay: 10,
    callback: () => {},
    args: [],
    place: undefined,
  } as never;
  const { [Symbol.iterator]: iterator } = Array.prototype;
  Array.prototype[Symbol.iterator] = () =>
    ({ next: () => ({ done: true, value: undefined }) }) as never;
  let timer: { dueAt: number };
  try {
    timer = new type(setting);
  } finally {
    Array.prototype[Symbol.iterator] = iterator;
  }
  expect(timer.dueAt).toBe(15);
});
