import { stripVTControlCharacters } from 'node:util';
import { toAscii } from './ascii.ts';
import { foldPage } from './layout.ts';
import { terminalStyle, WIDEST } from './style.ts';

/**
 * Prints a page, and is the last word on what reaches a terminal: no colours that it did not ask for,
 * no letters that it cannot show, and no line of more than 80 columns but for a long path.
 */
export function show(page: string, stream: NodeJS.WriteStream = process.stdout): void {
  const { colours, unicode } = terminalStyle(process.env, stream);
  const painted = colours ? page : stripVTControlCharacters(page);
  stream.write(`${foldPage(unicode ? painted : toAscii(painted), WIDEST)}\n`);
}
