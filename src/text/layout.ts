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

/** Text that was broken at `from` columns, broken at `to`; indented lines are pictures or code. */
export function reflow(text: string, from: number, to: number): string {
  const rows = text.split('\n');
  const lines: string[] = [];
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1] ?? '';
    const [word = ''] = row.split(' ');
    // Only a line that had no room for the next word was broken, and does not end by itself.
    const isBroken = isProse(above) && isProse(row) && columnsOf(`${above} ${word}`) > from;
    if (isBroken) lines.push(`${lines.pop()} ${row}`);
    else lines.push(row);
  }
  return lines.map((line) => (isProse(line) ? breakLine(line, to) : line)).join('\n');
}

function isProse(line: string): boolean {
  return line !== '' && !line.startsWith(' ');
}

function indentationOf(line: string): string {
  return /^ */.exec(line)?.[0] ?? '';
}
