import { expect, test } from 'vitest';
import { toAscii } from './ascii.ts';
import { terminalStyle } from './style.ts';

const TERMINAL = { isTTY: true, columns: 120 };
const PIPE = {};
type Env = NodeJS.ProcessEnv;

const style = (env: Env, stream = TERMINAL as object, platform: NodeJS.Platform = 'linux') =>
  terminalStyle(env, stream, platform);

test.each<[string, Env, object, boolean]>([
  ['a terminal', {}, TERMINAL, true],
  ['a pipe', {}, PIPE, false],
  ['NO_COLOR', { NO_COLOR: '1' }, TERMINAL, false],
  ['an empty NO_COLOR, which says nothing', { NO_COLOR: '' }, TERMINAL, true],
  ['TERM=dumb', { TERM: 'dumb' }, TERMINAL, false],
  ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, PIPE, true],
  ['an empty FORCE_COLOR', { FORCE_COLOR: '' }, PIPE, true],
  ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, TERMINAL, false],
  ['FORCE_COLOR=false', { FORCE_COLOR: 'false' }, TERMINAL, false],
  ['FORCE_COLOR and NO_COLOR, as in Node', { FORCE_COLOR: '1', NO_COLOR: '1' }, PIPE, true],
])('colours: %s', (_name, env, stream, colours) => {
  expect(style(env, stream).colours).toBe(colours);
  expect(style(env, stream).bad('x')).toBe(colours ? '\x1b[31mx\x1b[39m' : 'x');
});

test.each<[string, Env, object, NodeJS.Platform, boolean]>([
  ['nothing is said', {}, TERMINAL, 'linux', true],
  ['a UTF-8 locale', { LANG: 'de_DE.utf8' }, PIPE, 'linux', true],
  ['LC_ALL comes before LANG', { LC_ALL: 'C', LANG: 'en_GB.UTF-8' }, PIPE, 'linux', false],
  ['a Latin locale', { LANG: 'de_DE.ISO-8859-1' }, TERMINAL, 'darwin', false],
  ['TERM=dumb', { TERM: 'dumb', LANG: 'en_GB.UTF-8' }, TERMINAL, 'linux', false],
  ['the console of Linux', { TERM: 'linux', LANG: 'en_GB.UTF-8' }, TERMINAL, 'linux', false],
  ['the old console of Windows', {}, TERMINAL, 'win32', false],
  ['Windows Terminal', { WT_SESSION: 'x' }, TERMINAL, 'win32', true],
  ['a pipe of PowerShell', { WT_SESSION: 'x' }, PIPE, 'win32', false],
  ['Git Bash', { TERM: 'xterm', LANG: 'en_GB.UTF-8' }, PIPE, 'win32', true],
  [
    'a Windows on which LANG is only for git',
    { WT_SESSION: 'x', LANG: 'de' },
    TERMINAL,
    'win32',
    true,
  ],
  ['a build server', { CI: 'true' }, PIPE, 'win32', true],
])('Unicode: %s', (_name, env, stream, platform, unicode) => {
  expect(style(env, stream, platform).unicode).toBe(unicode);
});

test.each<[string, Env, object, number]>([
  ['a wide terminal', {}, { isTTY: true, columns: 120 }, 80],
  ['a narrow one', {}, { isTTY: true, columns: 60 }, 60],
  ['one that is no use', {}, { isTTY: true, columns: 10 }, 40],
  ['a pipe', {}, {}, 80],
  ['a pipe that is told', { COLUMNS: '60' }, {}, 60],
  ['nonsense', { COLUMNS: 'many' }, {}, 80],
])('width: %s', (_name, env, stream, width) => {
  expect(style(env, stream).width).toBe(width);
});

test('ASCII keeps what can be read', () => {
  expect(toAscii('a ━━╸ 5 µs … «né» → ✓')).toBe('a ==? 5 us ... "ne" -> +');
  expect(toAscii('\x1b[31mred\x1b[39m\n\tお')).toBe('\x1b[31mred\x1b[39m\n\t?');
});
