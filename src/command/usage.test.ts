import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { filesIn } from '../course/katas.ts';
import { styleFor } from '../text/style.ts';
import { renderUsage } from './usage.ts';

const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'));
const typed = Object.values<string>(scripts);

/** What npm can run and `command()` runs then. */
const commands = ['tutor', 'proof']
  .flatMap((folder) => filesIn(join(HOME, 'src', folder)).map((file) => `src/${folder}/${file}`))
  .filter((file) => readFileSync(join(HOME, file), 'utf8').includes('\nawait command('))
  .filter((file) => typed.some((script) => script.includes(` ${file.slice(4, -'.ts'.length)}`)));

test('there are commands', () => {
  expect(commands.length).toBeGreaterThan(8);
});

test.each(commands)('%s --help fits on one screen, and says what to type', (file) => {
  const usage = renderUsage(file, styleFor(false, true));
  const ways = usage.match(/^ {4}npm (test|run \S+)/gm)?.map((way) => way.trim().split(' ').at(-1));
  expect(ways).toBeDefined();
  expect(ways?.filter((name) => !((name as string) in scripts))).toEqual([]);
  expect(usage.split('\n').length).toBeLessThan(24);
});
