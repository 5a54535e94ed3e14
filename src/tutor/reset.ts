import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { renderReset, resetKata } from './own/reset.ts';

const usage = {
  does: 'Puts a stub back as it was, and keeps a copy of what you wrote.',
  ways: [
    ['npm run reset', 'the next kata to do'],
    ['npm run reset in-order', 'that kata'],
  ],
  takesKata: true,
} as const;

await command(import.meta.filename, usage, async (names) => {
  const root = process.cwd();
  const kata = await chooseKata(root, names);
  const reset = resetKata(root, kata);
  const text = reset
    ? renderReset(reset, terminalStyle())
    : `  katas/${kata.id}.ts is the stub already; nothing was changed.`;
  show(`\n${text}\n`);
});
