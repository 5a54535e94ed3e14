import { chooseKata } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { UsageError } from '../command/usage-error.ts';
import type { Kata } from '../course/katas.ts';
import { recall, remember } from '../course/keep.ts';
import { type Hint, hintsIn, readSection } from '../course/lesson.ts';
import { count } from '../text/english.ts';
import { breakLine } from '../text/layout.ts';
import { renderMarkdown } from '../text/markdown.ts';
import { show } from '../text/print.ts';
import { type Style, terminalStyle } from '../text/style.ts';

interface Step {
  readonly step: number;
  /** What must be typed to see the next one: nothing, where it is remembered that this one was seen. */
  readonly next: string;
}

/** One step more at each call; the steps themselves come from the lesson. */
function renderHint(
  kata: Kata,
  hints: readonly Hint[],
  { step, next }: Step,
  style: Style,
): string {
  const hint = hints[step - 1] as Hint;
  const more =
    step < hints.length
      ? `${hints.length - step} more: npm run hint ${kata.name}${next}`
      : `That was the last one. See also: npm run lesson ${kata.name}`;
  return `  ${style.bold(`${kata.name}, ${hint.title.charAt(0).toLowerCase()}${hint.title.slice(1)}`)}\n\n${renderMarkdown(hint.text, style)}\n\n${breakLine(`  ${style.dim(more)}`, style.width, '  ')}`;
}

/** How many steps of each kata were shown is kept under this name; losing it costs nothing. */
const SHOWN = 'hints';

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
  const hints = hintsIn(readSection(root, kata) ?? '');
  if (hints.length === 0) throw new UsageError(`There are no hints for ${kata.id}.`);
  if (asked !== undefined && !hints[asked - 1])
    throw new UsageError(`${kata.id} has ${count(hints.length, 'hint')}; got ${asked}.`);
  const shown = (recall(root, SHOWN) ?? {}) as Record<string, unknown>;
  const before = Number(shown[kata.id]) || 0;
  const step = asked ?? Math.min(before + 1, hints.length);
  // Whoever looks at an old one again goes on where they were.
  const isKept = remember(root, SHOWN, { ...shown, [kata.id]: Math.max(before, step) });
  const next = isKept ? '' : ` ${step + 1}`;
  show(`\n${renderHint(kata, hints, { step, next }, terminalStyle())}\n`);
});
