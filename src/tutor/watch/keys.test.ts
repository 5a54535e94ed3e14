import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, test, vi } from 'vitest';
import { CourseReporter } from '../page/reporter.ts';
import { actionsFor, listenToKeys } from './keys.ts';

const letters = actionsFor('', new CourseReporter()).map(([key]) => key);

/** The part of vitest that reads keys. */
function keysOfVitest(): string {
  const chunks = join(dirname(createRequire(import.meta.url).resolve('vitest/node')), 'chunks');
  const text = readdirSync(chunks)
    .map((name) => readFileSync(join(chunks, name), 'utf8'))
    .find((chunk) => chunk.includes('function registerConsoleShortcuts'));
  return (
    /function registerConsoleShortcuts[\s\S]*?async function inputNamePattern/.exec(
      text ?? '',
    )?.[0] ?? ''
  );
}

test('no key of ours is one of vitest', () => {
  const theirs = [...keysOfVitest().matchAll(/name === "(\w)"/g)].map(([, key]) => key);
  expect(theirs).toEqual(expect.arrayContaining(['a', 'h', 'q']));
  expect(letters.filter((key) => theirs.includes(key))).toEqual([]);
});

test('a key is heard when vitest listens too, and not when it asks for something', () => {
  const keyboard = new EventEmitter();
  const press = (name: string, ctrl = false) => keyboard.emit('keypress', name, { name, ctrl });
  const ofVitest = () => {};
  const run = vi.fn();
  keyboard.on('keypress', ofVitest);
  listenToKeys(keyboard, [['l', 'read', run]]);

  press('l');
  press('x');
  press('l', true);
  expect(run).toHaveBeenCalledTimes(1);

  keyboard.off('keypress', ofVitest);
  press('l');
  expect(run).toHaveBeenCalledTimes(1);

  keyboard.on('keypress', ofVitest);
  press('l');
  expect(run).toHaveBeenCalledTimes(2);
});

test('the help of vitest is followed by ours', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const keyboard = new EventEmitter();
  listenToKeys(keyboard, actionsFor('', new CourseReporter()));
  keyboard.emit('keypress', 'h', { name: 'h' });
  const [[printed]] = write.mock.calls as [[string]];
  write.mockRestore();
  expect(stripVTControlCharacters(printed)).toMatchInlineSnapshot(`
    "  press l to read the lesson of the kata on the screen
      press i to get the next hint for it
      press d to compare your code with the reference
      press n to go to the next kata that is not done

    "
  `);
});
