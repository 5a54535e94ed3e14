import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { HOME } from '../course/home.ts';
import { runCommand } from '../testing/miniature.ts';

const { scripts } = JSON.parse(readFileSync(join(HOME, 'package.json'), 'utf8'));
const typed = Object.values<string>(scripts);

/** What npm starts of ours: `tutor/lesson`. */
const commands = new Set(
  typed.flatMap((script) => / ((?:tutor|proof)\/\w+)/.exec(script)?.[1] ?? []),
);

test('there are commands', () => {
  expect(commands.size).toBeGreaterThan(14);
});

test.each([...commands])('%s --help fits on one screen, and says what to type', async (command) => {
  const { code, stdout, stderr } = await runCommand(HOME, command, '--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const ways = stdout
    .match(/^ {4}npm (test|run \S+)/gm)
    ?.map((way) => way.trim().split(' ').at(-1));
  expect(ways).toContain(command.split('/')[1]);
  expect(ways?.filter((name) => !((name as string) in scripts))).toEqual([]);
  expect(stdout.trim().split('\n').length).toBeLessThan(24);
});
