import { UsageError } from '../../command/usage-error.ts';
import type { Kata } from '../../course/katas.ts';
import { recall, remember } from '../../course/keep.ts';
import { type Hint, hintsIn, readSection } from '../../course/lesson.ts';
import { count } from '../../text/english.ts';
import { breakLine } from '../../text/layout.ts';
import { renderMarkdown } from '../../text/markdown.ts';
import type { Style } from '../../text/style.ts';

/** How many steps of each kata were shown is kept under this name; losing it costs nothing. */
const SHOWN = 'hints';

export interface Step {
  readonly kata: Kata;
  readonly hint: Hint;
  /** How many come after it. */
  readonly left: number;
  /** The number that must be typed to see the next one, where nobody remembers that this one was seen. */
  readonly next: number | undefined;
}

/**
 * One step more at each call; the steps themselves come from the lesson.
 *
 * @param asked a step by its number, again
 * @throws {UsageError} where there is no such hint
 */
export function takeHint(root: string, kata: Kata, asked?: number): Step {
  const hints = hintsIn(readSection(root, kata) ?? '');
  if (hints.length === 0) throw new UsageError(`There are no hints for ${kata.id}.`);
  if (asked !== undefined && !hints[asked - 1])
    throw new UsageError(`${kata.id} has ${count(hints.length, 'hint')}; got ${asked}.`);
  const shown = (recall(root, SHOWN) ?? {}) as Record<string, unknown>;
  const before = Number(shown[kata.id]) || 0;
  const step = asked ?? Math.min(before + 1, hints.length);
  // To look at an old one again takes nothing back.
  const isKept = remember(root, SHOWN, { ...shown, [kata.id]: Math.max(before, step) });
  const next = isKept ? undefined : step + 1;
  return { kata, hint: hints[step - 1] as Hint, left: hints.length - step, next };
}

/** @param hasKeys whether a key gets the next one */
export function renderHint(
  { kata, hint, left, next }: Step,
  hasKeys: boolean,
  style: Style,
): string {
  const [more, lesson] = hasKeys
    ? ['press i', 'press l']
    : [
        ['npm run hint', kata.typed, next].filter(Boolean).join(' '),
        `npm run lesson ${kata.typed}`,
      ];
  const title = `${hint.title.charAt(0).toLowerCase()}${hint.title.slice(1)}`;
  const words = left > 0 ? `${left} more: ${more}` : `That was the last one. See also: ${lesson}`;
  return [
    `  ${style.bold(`${kata.name}, ${title}`)}`,
    renderMarkdown(hint.text, style),
    breakLine(`  ${style.dim(words)}`, style.width, '  '),
  ].join('\n\n');
}
