/** Where lines are broken. Colours take no room, so they may be in the text already. */
import { stripVTControlCharacters } from 'node:util';

export function columnsOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** `padEnd` for painted text. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columnsOf(text)));
}

/**
 * Breaks a line between words. Its indentation stays, and a word that is too long stays whole.
 *
 * @param hang what the lines after the first begin with
 */
export function breakLine(line: string, width: number, hang = ''): string {
  const lines: string[] = [];
  let last: string | undefined;
  const indentation = indentationOf(line);
  for (const word of line.slice(indentation.length).split(' ')) {
    if (last === undefined) last = indentation + word;
    else if (columnsOf(last) + 1 + columnsOf(word) <= width) last += ` ${word}`;
    else {
      lines.push(last.trimEnd());
      last = hang + word;
    }
  }
  return [...lines, last].join('\n');
}

/** Breaks the lines of a text; one that begins with a blank is code, a picture or a path, and stays as it is. */
export function breakText(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (line.startsWith(' ') ? line : breakLine(line, width)))
    .join('\n');
}

/** Breaks the lines of a page that are too long; what belongs to a line is indented below it. */
export function foldPage(page: string, width: number): string {
  return page
    .split('\n')
    .map((line) => {
      if (columnsOf(line) <= width) return line;
      const hang = `${indentationOf(line)}  `;
      return cutWords(breakLine(line, width, hang), width, hang);
    })
    .join('\n');
}

/**
 * A word that is longer than two lines has to be broken all the same. A shorter one may be a path, which
 * somebody wants to copy. Painted words are ours, and none is so long.
 */
function cutWords(text: string, width: number, hang: string): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.length <= 2 * width) return [line];
      const lines: string[] = [];
      let rest = line;
      while (rest.length > width && columnsOf(rest) === rest.length) {
        lines.push(rest.slice(0, width));
        rest = hang + rest.slice(width);
      }
      return [...lines, rest];
    })
    .join('\n');
}

function indentationOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}
