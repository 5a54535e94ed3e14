/** Threads that keep each other from sleeping show it before most of what they could do instead. */
import { expect, test } from 'vitest';
import { interleaved } from '../../../testing/said-of-interleavings.ts';
import { toEnd } from './laws/ending.ts';
import type { ThreadLock } from './scene.ts';

/** Each that waits adds 1, and so the cell is another one for all others that are about to sleep. */
const kata = {
  lock(memory: Int32Array) {
    for (let before = Atomics.add(memory, 0, 1); before !== 0; before = Atomics.add(memory, 0, 1))
      Atomics.wait(memory, 0, before + 1);
  },
  unlock(memory: Int32Array) {
    Atomics.store(memory, 0, 0);
    Atomics.notify(memory, 0, 1);
  },
};

const holds = ({ lock, unlock }: typeof kata, memory: Int32Array, doors: ThreadLock[]) => {
  lock(memory);
  for (const door of doors) door.unlock();
  unlock(memory);
};

const comesBy =
  (door: number) =>
  ({ lock, unlock }: typeof kata, memory: Int32Array, doors: ThreadLock[]) => {
    doors[door]?.lock();
    lock(memory);
    unlock(memory);
  };

test('in the first thousand states', async () => {
  const run = await interleaved({
    kata,
    scene: {
      cells: ['lock', 'door B', 'door C'],
      locks: ['door B', 'door C'],
      initial: { 'door B': 1, 'door C': 1 },
      threads: { A: holds, B: comesBy(0), C: comesBy(1) },
      most: 1000,
    },
  });
  expect(toEnd(run)?.fact).toMatch('it goes on and on');
});
