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
