import { existsSync } from 'node:fs';
import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import type { Kata } from '../course/katas.ts';
import { breakLine } from '../text/layout.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';
import { findEditor, openKata } from './own/editor.ts';
import { keepStubs } from './own/kept-stubs.ts';

function renderPaths(kata: Kata, style: Style): string {
  const advice = 'Set VISUAL to the command of your editor, and it opens them.';
  const paths = [`  stub  katas/${kata.id}.ts`, `  spec  katas/${kata.id}.spec.ts`];
  return [...paths, '', breakLine(`  ${advice}`, style.width, '  ')].join('\n');
}

const usage = {
  does: 'Opens stub and spec in your editor: the one that VISUAL or EDITOR names, else VS Code.',
  ways: [
    ['npm run open', 'the next kata to do'],
    ['npm run open in-order', 'that kata'],
  ],
  takesKata: true,
} as const;

await command(import.meta.filename, usage, async (names) => {
  const root = process.cwd();
  const kata = await chooseKata(root, names);
  keepStubs(root, [kata]);
  if (!existsSync(kata.stub) || findEditor()) openKata(kata);
  else show(`\n${renderPaths(kata, terminalStyle())}\n`);
});
