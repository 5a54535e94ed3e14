import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { show } from '../text/print.ts';
import { terminalStyle } from '../text/style.ts';
import { renderHint, takeHint } from './page/hint.ts';

/** `2-sleep 3` is a kata and a step; a lone `3` is the step of the kata at hand. */
function splitStep(words: readonly string[]): { names: string[]; asked: number | undefined } {
  const last = words.at(-1) ?? '';
  // Chapters have two digits.
  const isStep = /^\d$/.test(last);
  return isStep
    ? { names: words.slice(0, -1), asked: Number(last) }
    : { names: [...words], asked: undefined };
}

const usage = {
  does: 'Shows the next hint for a kata, one step more at each call. No hint shows code.',
  ways: [
    ['npm run hint', 'for the next kata to do'],
    ['npm run hint in-order', 'for that kata'],
    ['npm run hint in-order 2', 'the second hint for it, again'],
    ['npm run hint 2', 'the second hint for the next kata to do'],
  ],
  takesKata: true,
} as const;

await command(import.meta.filename, usage, async (words) => {
  const root = process.cwd();
  const { names, asked } = splitStep(words);
  const kata = await chooseKata(root, names);
  const step = takeHint(root, kata, asked);
  show(`\n${renderHint(step, false, terminalStyle())}\n`);
});
