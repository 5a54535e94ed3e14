import { AsyncLocalStorage } from 'node:async_hooks';
import { expect } from 'vitest';
import { observe } from '../run/observe.ts';
import { test } from '../test.ts';
import { runs } from '../time/run-context.ts';
import { retireStorages } from './storages.ts';

const isDear = Number.parseInt(process.versions.node, 10) < 24;

/** What Node itself knows of it, and does not tell: whether each promise has to be asked about it. */
const costs = (storage: object) => (storage as { enabled: boolean }).enabled;

const storage = new AsyncLocalStorage<string>();

/** What a run reads of it, after a wait. */
const read = async () => {
  const { outcome } = await observe(({ sleep }) =>
    storage.run('in the run', async () => {
      await sleep(5);
      return storage.getStore();
    }),
  );
  return outcome.kind === 'returned' && outcome.value;
};

test.skipIf(!isDear)('a storage that a run uses works', async () => {
  expect(await read()).toBe('in the run');
  expect(costs(storage)).toBe(true);
});

test.skipIf(!isDear)('after its file it costs nothing, until it is used again', async () => {
  retireStorages();
  expect(costs(storage)).toBe(false);
  expect(costs(runs)).toBe(true);
  expect(await read()).toBe('in the run');
});

test.skipIf(!isDear)('one that no run has used is left alone', async () => {
  const other = new AsyncLocalStorage<string>();
  other.run('of a tool', () => {});
  await observe(() => {});
  expect(costs(other)).toBe(true);
  other.disable();
});
