/** Which call ran within which, as code tells it: a tree of spans, in lines that can be read and compared. */

/**
 * A line for each span, as it is now: `'request 0–31'`, and indented by two blanks more `'query 7–19 failed'`, or
 * `'log 7–'` for one that is open (its end is null).
 *
 * @param spans each with `name`, `start`, `end`, `failed` and `children`; whatever it is, nothing is thrown
 */
export function linesOfTree(spans: unknown, path: readonly unknown[] = []): string[] {
  const indent = '  '.repeat(path.length);
  if (!Array.isArray(spans)) return [`${indent}(no list of spans)`];
  return spans.flatMap((span) => {
    const { name, start, end, failed, children } = Object(span) as Record<string, unknown>;
    const times = `${start}–${end === null ? '' : end}`;
    const ending = failed === true ? ' failed' : failed === false ? '' : ` failed: ${failed}`;
    if (path.includes(span)) return [`${indent}${String(name)} within itself ${times}${ending}`];
    return [
      `${indent}${String(name)} ${times}${ending}`,
      ...linesOfTree(children, [...path, span]),
    ];
  });
}

/** A span as its line tells of it. */
export interface Span {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly failed: string;
  readonly parent: Span | undefined;
}

/** What {@link linesOfTree} wrote. */
export function spansOf(lines: readonly string[]): Span[] {
  const path: Span[] = [];
  return lines.map((line) => {
    const [, indent = '', name = line, start = '', end = '', failed = ''] =
      /^((?: {2})*)(.*) ([^ –]*)–([^ –]*)(.*)$/.exec(line) ?? [];
    path.length = Math.min(path.length, indent.length / 2);
    const span = { name, start, end, failed, parent: path.at(-1) };
    path.push(span);
    return span;
  });
}
