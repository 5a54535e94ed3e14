/** A program that is typed, or comes through a pipe. */
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { isatty } from 'node:tty';
import { show } from '../../text/print.ts';
import { type Chosen, folderOfCaller } from './choose.ts';

/** It counts as a file of the folder in which it is typed, so that it can import what lies there. */
export async function readTyped(root: string): Promise<Chosen> {
  const asked = askToType(isatty(0));
  if (asked) show(asked, process.stderr);
  const file = resolve(folderOfCaller(root), 'typed.ts');
  // Not in one go: a terminal, or a pipe, may have nothing to read yet.
  return { kind: 'program', program: { file, text: await text(process.stdin) }, name: 'typed' };
}

/** Who types into a terminal sees nothing happen until they end it. */
export function askToType(isTerminal: boolean, platform = process.platform): string | undefined {
  const end = platform === 'win32' ? 'Ctrl-Z and Enter' : 'Ctrl-D';
  return isTerminal
    ? `Type a program, or paste one; ${end} on a line of its own runs it.`
    : undefined;
}
