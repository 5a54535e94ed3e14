import { chooseKata, chooseKatas } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import { list } from '../text/english.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { renderReset, resetKata } from './own/reset.ts';

const usage = {
  does: 'Puts a stub back as it was, and keeps a copy of what you wrote.',
  ways: [
    ['npm run reset', 'the next kata to do'],
    ['npm run reset in-order', 'that kata'],
    ['npm run reset -- --all', 'every kata: the course begins again'],
  ],
  takesKata: true,
  flags: { all: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { all }) => {
  const root = process.cwd();
  const style = terminalStyle();
  if (all && names.length > 0) throw new UsageError(`--all takes no name; got ${list(names)}.`);
  if (!all) {
    const kata = await chooseKata(root, names);
    const reset = resetKata(root, kata);
    const text = reset
      ? renderReset(reset, style)
      : `  katas/${kata.id}.ts is the stub already; nothing was changed.`;
    return show(`\n${text}\n`);
  }
  let done = 0;
  const refused: string[] = [];
  for (const kata of chooseKatas(root, [])) {
    try {
      const reset = resetKata(root, kata);
      if (!reset) continue;
      done++;
      show(`\n${renderReset(reset, style)}`);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      refused.push(error.message);
    }
  }
  if (refused.length === 0)
    show(done > 0 ? '' : '\n  Every kata is the stub already; nothing was changed.\n');
  // Where git is not there, each kata says the same.
  if (refused.length > 0) throw new UsageError([...new Set(refused)].join('\n'));
});
