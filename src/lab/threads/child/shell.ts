import type { Command } from './command.ts';

/** A word of a command line, with what is quoted in it. */
const WORD = /(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\.)*"|\\.)+/gsu;

/** What a shell does of which a scene can know: it splits the line at blanks, takes the quotes away, and looks for the command. */
export function inShell(line: string, commandOf: (file: string) => Command | undefined): Command {
  return async (lab) => {
    const [file = '', ...args] = (line.match(WORD) ?? []).map(unquoted);
    const command = commandOf(file);
    if (command) return command({ ...lab, args });
    if (file === '') return 0;
    await lab.err(`sh: 1: ${file}: not found\n`);
    return 127;
  };
}

function unquoted(word: string): string {
  return word.replace(/'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/gsu, (_, plain, quoted, escaped) => {
    if (plain !== undefined) return plain;
    return quoted === undefined ? escaped : quoted.replace(/\\(["\\$`])/g, '$1');
  });
}
