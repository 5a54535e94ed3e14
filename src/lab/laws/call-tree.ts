/** A law about trees of spans: which call ran within which, and from when to when. */
import { isDeepStrictEqual } from 'node:util';
import { quote } from '../../text/english.ts';
import { type Span, spansOf } from '../trace/call-tree.ts';
import type { Trace } from '../trace/trace.ts';
import { endsWell, expecting } from './ending.ts';
import type { Breach } from './telling/breach.ts';

/** More than these are not drawn. */
const MOST_LINES = 12;

/** What may be wrong with a span: which parent it has, when it begins or ends, whether it failed, and where it stands. */
type Fault = 'parent' | 'time' | 'failed' | 'order';

/**
 * Fulfils with the lines of this tree, as `lab.tree` writes them: `['request 0–31', '  query 7–19 failed']`.
 *
 * @param because says why to a learner: one text for all faults, or one for each
 */
export function toGiveTree(
  trace: Trace,
  expected: readonly string[],
  because: string | Readonly<Partial<Record<Fault, string>>> = {},
): Breach | undefined {
  const breach = endsWell(trace);
  const why = (fault: Fault) => (typeof because === 'string' ? because : because[fault]);
  if (breach) {
    const possible = breach.possible ?? (typeof because === 'string' ? because : undefined);
    return { ...expecting(trace, breach, 'a tree of spans'), possible };
  }
  const { outcome } = trace;
  const lines = outcome.kind === 'returned' ? (outcome.value as string[]) : [];
  if (isDeepStrictEqual(lines, expected)) return undefined;
  const { fact, fault } = difference(spansOf(lines), spansOf(expected));
  const possible = fault ? why(fault) : TOO_MUCH;
  return { fact: [fact, ...beside(lines, expected)].join('\n'), possible };
}

const TOO_MUCH = 'Was it begun by another tracer, or put into the tree twice?';

/** Which of those that were found is which of those that were expected; the more they have in common, the rather. */
function pairs(got: readonly Span[], wanted: readonly Span[]): Map<Span, Span> {
  const found = new Map<Span, Span>();
  const free = new Set(got);
  const hasTimes = (a: Span, b: Span) =>
    a.start === b.start && a.end === b.end && a.failed === b.failed;
  const hasParent = (a: Span, b: Span) => a.parent?.name === b.parent?.name;
  const likeness = [
    (a: Span, b: Span) => hasTimes(a, b) && hasParent(a, b),
    hasTimes,
    hasParent,
    () => true,
  ];
  for (const isAlike of likeness)
    for (const want of wanted) {
      if (found.has(want)) continue;
      const one = [...free].find((span) => span.name === want.name && isAlike(span, want));
      if (!one) continue;
      found.set(want, one);
      free.delete(one);
    }
  return found;
}

const role = (parent: Span | undefined) =>
  parent ? `a child of ${quote(parent.name)}` : 'one of the roots';

/** What is wrong first, in the order of what was expected; no fault where a span is one too many. */
interface Difference {
  readonly fact: string;
  readonly fault?: Fault;
}

function difference(got: readonly Span[], wanted: readonly Span[]): Difference {
  const found = pairs(got, wanted);
  for (const want of wanted) {
    const span = found.get(want);
    const isSecond = [...found.keys()].some(({ name }) => name === want.name);
    const other = span ? differenceOf(span, want, found) : missing(want, isSecond);
    if (other) return other;
  }
  const taken = new Set(found.values());
  const extra = got.find((span) => !taken.has(span));
  if (extra)
    return { fact: `${quote(extra.name)} is ${role(extra.parent)}; expected no such span.` };
  const i = got.findIndex((span, i) => found.get(wanted[i] as Span) !== span);
  const [early, late] = [got[i]?.name ?? '', wanted[i]?.name ?? ''].map(quote);
  const fact =
    early === late
      ? `A ${early} that began later stands before another one.`
      : `${early} stands before ${late}; expected after it.`;
  return { fact, fault: 'order' };
}

const missing = ({ name, parent }: Span, isSecond: boolean): Difference => ({
  fact: `${isSecond ? 'Another ' : ''}${quote(name)} is not in the tree; expected ${role(parent)}.`,
  fault: 'parent',
});

function differenceOf(
  span: Span,
  want: Span,
  found: ReadonlyMap<Span, Span>,
): Difference | undefined {
  const name = quote(want.name);
  if (span.parent !== (want.parent && found.get(want.parent))) {
    const isNamesake = span.parent?.name === want.parent?.name;
    const fact = isNamesake
      ? `${name} is ${role(want.parent).replace('a child of', 'a child of another')} than expected.`
      : `${name} is ${role(span.parent)}; expected ${role(want.parent)}.`;
    return { fact, fault: 'parent' };
  }
  for (const time of ['start', 'end'] as const) {
    const [seen, wanted] = [span[time] || 'null', want[time] || 'null'];
    if (seen !== wanted)
      return { fact: `${name} has the ${time} ${seen}; expected ${wanted}.`, fault: 'time' };
  }
  if (span.failed === want.failed) return undefined;
  const [failed, wanted] = [sayFailed(span), sayFailed(want)];
  return { fact: `${name} has failed: ${failed}; expected ${wanted}.`, fault: 'failed' };
}

/** As `linesOfTree` writes it at the end of the line. */
const sayFailed = ({ failed }: Span) =>
  failed.includes(':') ? failed.replace(/^.*: /, '') : String(failed !== '');

/** Both trees, as far as they can be read. */
function beside(lines: readonly string[], expected: readonly string[]): string[] {
  const first = expected.findIndex((line, i) => line !== lines[i]);
  const from = Math.max(0, (first < 0 ? expected.length : first) - MOST_LINES / 2);
  const part = (all: readonly string[]) => all.slice(from, from + MOST_LINES).map(short);
  const left = ['yours', ...(lines.length > 0 ? part(lines) : ['(empty)'])];
  const right = ['expected', ...(expected.length > 0 ? part(expected) : ['(empty)'])];
  const width = Math.max(...left.map((line) => line.length)) + 4;
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    `    ${(left[i] ?? '').padEnd(width)}${right[i] ?? ''}`.trimEnd(),
  );
  return rows;
}

const short = (line: string) => (line.length > 34 ? `${line.slice(0, 33)}…` : line);
