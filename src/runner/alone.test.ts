import { EventEmitter } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createVitest } from 'vitest/node';
import { HOME } from '../course/home.ts';
import { createScratch } from '../course/keep.ts';
import { runSoonWhatIsSavedAlone } from './alone.ts';

/** As long as vitest waits: here so long that nobody takes it for us. */
const VITESTS = 2000;

/** What vitest has of its own for a save, and what was begun. */
function createWatch() {
  const { root, remove } = createScratch(HOME, 'alone');
  onTestFinished(remove);
  const file = join(root, 'stub.ts');
  const begun: string[] = [];
  const watcher = new EventEmitter();
  const vitest = {
    watcher: { changedTests: new Set<string>() },
    vite: { watcher },
    _rerunTimer: undefined as NodeJS.Timeout | undefined,
    async scheduleRerun(_: string) {
      clearTimeout(this._rerunTimer);
      this._rerunTimer = setTimeout(() => {
        begun.push(readFileSync(file, 'utf8'));
        this.watcher.changedTests.clear();
      }, VITESTS);
    },
  };
  onTestFinished(() => {
    watcher.removeAllListeners();
    clearTimeout(vitest._rerunTimer);
  });
  runSoonWhatIsSavedAlone(vitest as never);
  const isTold = (spec = 'stub.spec.ts') => {
    vitest.watcher.changedTests.add(spec);
    return vitest.scheduleRerun(file);
  };
  watcher.on('change', () => isTold());
  const save = (text: string) => writeFileSync(file, text);
  return { file, begun, isTold, save };
}

test('vitest has for itself what it is taken to have', async () => {
  const { root, remove } = createScratch(HOME, 'alone');
  onTestFinished(remove);
  const vitest = await createVitest('test', { root, config: false, watch: false });
  onTestFinished(() => vitest.close());
  const own = Object(vitest);
  const waits = vi.spyOn(own, 'scheduleRerun').mockResolvedValue(undefined);
  own.watcher.scheduleRerun('stub.ts');
  expect(waits).toHaveBeenCalledWith('stub.ts');
  waits.mockRestore();
  await own.scheduleRerun('stub.ts');
  onTestFinished(() => clearTimeout(own._rerunTimer));
  expect(own._rerunTimer._onTimeout).toBeTypeOf('function');
  expect(own.watcher.changedTests).toEqual(new Set());
});

const soon = { timeout: VITESTS / 2, interval: 1 };

test('what is saved alone is run soon, and once', async () => {
  const { begun, isTold, save } = createWatch();
  save('one');
  await isTold();
  await vi.waitUntil(() => begun.length > 0, soon);
  await wait(VITESTS * 1.1);
  expect(begun).toEqual(['one']);
  save('two');
  await isTold();
  await vi.waitUntil(() => begun.length > 1, soon);
  expect(begun).toEqual(['one', 'two']);
});

test('it is not run before it is written', async () => {
  const { begun, isTold, save } = createWatch();
  save('');
  await isTold();
  await wait(30);
  expect(begun).toEqual([]);
  save('filled');
  await vi.waitUntil(() => begun.length > 0, soon);
  expect(begun).toEqual(['filled']);
});

test('what is written so late that the watcher does not tell of it is run again', async () => {
  const { begun, isTold, save } = createWatch();
  save('one');
  await isTold();
  await vi.waitUntil(() => begun.length > 0, soon);
  save('another');
  await vi.waitUntil(() => begun.length > 1, soon);
  expect(begun).toEqual(['one', 'another']);
});

test('where several are concerned, vitest waits as it does', async () => {
  const { begun, isTold, save } = createWatch();
  save('one');
  await Promise.all([isTold(), isTold('other.spec.ts')]);
  await wait(VITESTS / 2);
  expect(begun).toEqual([]);
  await vi.waitUntil(() => begun.length > 0, { timeout: VITESTS });
});

test('of what is gone, vitest tells by itself', async () => {
  const { file, begun, isTold, save } = createWatch();
  save('one');
  rmSync(file);
  await isTold();
  await wait(VITESTS / 2);
  expect(begun).toEqual([]);
});
