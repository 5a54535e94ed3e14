import { stripVTControlCharacters } from 'node:util';
import { toAscii } from './ascii.ts';
import { foldPage } from './layout.ts';
import { terminalStyle, WIDEST } from './style.ts';

/**
 * The last word on what reaches a terminal: no colours that it did not ask for, no letters that it cannot
 * show, and no line of more than 80 columns but for a long path.
 */
export function pageFor(page: string, terminal: { isTTY?: boolean; columns?: number }): string {
  const { colours, unicode } = terminalStyle(process.env, terminal);
  const painted = colours ? page : stripVTControlCharacters(page);
  return foldPage(unicode ? painted : toAscii(painted), WIDEST);
}

/** Prints a page. */
export function show(page: string, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${pageFor(page, stream)}\n`);
}
