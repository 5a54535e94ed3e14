import { breakLine } from './layout.ts';
import type { Style } from './style.ts';

interface Line {
  readonly sign: ' ' | '-' | '+';
  readonly text: string;
}

/** Unchanged lines shown around a change. */
const CONTEXT = 3;
/** Before the code. */
const MARGIN = 4;

/** Which lines of one text stand in the other as well: the longest common subsequence. */
export function diffLines(before: string, after: string): Line[] {
  const a = linesOf(before);
  const b = linesOf(after);
  const common = commonLengths(a, b);
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      lines.push({ sign: ' ', text: left });
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ sign: '-', text: left });
      i++;
    } else {
      lines.push({ sign: '+', text: right as string });
      j++;
    }
  }
  return lines;
}

/** At [i][j], how many lines the texts from there on have in common. */
function commonLengths(a: string[], b: string[]): number[][] {
  const lengths = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const [row, below] = [lengths[i] as number[], lengths[i + 1] as number[]];
      row[j] =
        a[i] === b[j]
          ? (below[j + 1] as number) + 1
          : Math.max(below[j] as number, row[j + 1] as number);
    }
  }
  return lengths;
}

/** A sign before each line, and a colour that only repeats it; long unchanged parts are left out. */
export function renderDiff(lines: readonly Line[], style: Style): string {
  const isNear = lines.map((_, i) =>
    lines.slice(Math.max(0, i - CONTEXT), i + CONTEXT + 1).some(({ sign }) => sign !== ' '),
  );
  return lines
    .flatMap((line, i) => {
      if (isNear[i]) return [renderLine(line, style)];
      return i === 0 || isNear[i - 1] ? [style.dim('  ...')] : [];
    })
    .join('\n');
}

/** A line that is too long goes on further to the right, without a sign. */
function renderLine({ sign, text }: Line, style: Style): string {
  const hang = `${/^ */.exec(text)?.[0]}    `;
  return breakLine(text, style.width - MARGIN, hang)
    .split('\n')
    .map((part, i) => `  ${i === 0 ? sign : ' '} ${part}`.trimEnd())
    .map((line) => {
      if (sign === '-') return style.bad(line);
      return sign === '+' ? style.good(line) : line;
    })
    .join('\n');
}

function linesOf(text: string): string[] {
  const plain = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  return plain === '' ? [] : plain.split('\n');
}
