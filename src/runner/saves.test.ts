import { EventEmitter } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HOME } from '../course/home.ts';
import { createScratch, type Scratch } from '../course/keep.ts';
import { writeFiles } from '../testing/miniature.ts';
import { lookAfterSaves } from './saves.ts';

let course: Scratch;
let stop: () => void;
const watcher = new EventEmitter();
const told = vi.fn();
const heard: string[] = [];
const STUB = 'katas/01-a/1-a.ts';

beforeEach(() => {
  course = createScratch(HOME, 'saves');
  writeFiles(course.root, { [STUB]: 'one' });
  for (const event of ['add', 'change', 'unlink'])
    watcher.on(event, (file: string) =>
      heard.push(`${event} ${file.slice(course.root.length + 1)}`),
    );
  stop = lookAfterSaves(course.root, watcher as never, told);
});

afterEach(() => {
  stop();
  course.remove();
  watcher.removeAllListeners();
  heard.length = 0;
  told.mockClear();
});

test('a save of which nothing is told is noticed, and that is said once', async () => {
  const stub = join(course.root, STUB);
  // Until it has been looked at for the first time, also on a machine that is busy with others.
  await wait(1000);
  writeFileSync(stub, 'two, and longer');
  await vi.waitUntil(() => heard.length === 1, { timeout: 10_000 });
  // Saved again before the next look.
  watcher.once('unlink', () => writeFileSync(stub, 'three'));
  rmSync(stub);
  await vi.waitUntil(() => heard.length === 3, { timeout: 10_000 });
  expect(heard).toEqual([`change ${join(STUB)}`, `unlink ${join(STUB)}`, `add ${join(STUB)}`]);
  expect(told).toHaveBeenCalledTimes(1);
});

test.each([
  ['at once', 50],
  // Our look comes in between.
  ['a second later', 1300],
])('a save that the system tells of %s is told once', async (_, after) => {
  const stub = join(course.root, STUB);
  await wait(200);
  writeFileSync(stub, 'two, and longer');
  await wait(after);
  watcher.emit('change', stub);
  await wait(2500);
  expect(heard).toEqual([`change ${join(STUB)}`]);
  expect(told).not.toHaveBeenCalled();
});
