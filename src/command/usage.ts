/** What `--help` answers: each command on one screen. */
import { breakLine, pad } from '../text/layout.ts';
import type { Style } from '../text/style.ts';

export interface Usage {
  readonly does: string;
  /** What can be typed, and what it does then. */
  readonly ways: readonly (readonly [typed: string, does: string])[];
  readonly takesKata?: boolean;
}

const NAMES =
  'A kata is called by its name or a part of it (in-order), with its number (3-in-order), by both numbers (01/3), or by a path to one of its files.';

const WIDEST_WAY = 34;

export function renderUsage({ does, ways, takesKata }: Usage, style: Style): string {
  const room = style.width - 4;
  const width = Math.min(WIDEST_WAY, Math.max(...ways.map(([typed]) => typed.length)));
  const lines = ways.map(([typed, does]) =>
    breakLine(`  ${style.accent(pad(typed, width))}  ${does}`, room, ' '.repeat(width + 4)),
  );
  return [breakLine(does, room), lines.join('\n'), takesKata ? breakLine(NAMES, room) : '']
    .filter((part) => part !== '')
    .join('\n\n')
    .replace(/^(?=.)/gm, '  ');
}
