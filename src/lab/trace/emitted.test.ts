import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { wasEmitted } from './emitted.ts';

const emitted = (reason: unknown) => {
  try {
    new EventEmitter().emit('error', reason);
  } catch (error) {
    return error;
  }
  return undefined;
};

test('an error that an emitter has thrown is known as one, and once', () => {
  const error = new Error('the disk is full');
  expect(wasEmitted(emitted(error))).toBe(true);
  expect(wasEmitted(error)).toBe(false);
  expect(wasEmitted(emitted('no Error'))).toBe(true);
});

test('what was thrown in another way is none', () => {
  expect(wasEmitted(new Error('thrown'))).toBe(false);
  expect(wasEmitted('thrown')).toBe(false);
  const trap = () => {
    throw new Error('looked at');
  };
  expect(wasEmitted(new Proxy(new Error(), { get: trap, ownKeys: trap }))).toBe(false);
});
