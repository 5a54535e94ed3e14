import { existsSync, readFileSync } from 'node:fs';
import type { Mutated as WithMutants } from '../../runner/mutants.ts';
import { CHANGES, type Mutator } from './changes.ts';
import type { Node, Path } from './nodes.ts';

export interface Mutant {
  /** Of its file: `0`, `1` and so on. */
  readonly id: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line as it is written, without the space around it. */
  readonly text: string;
  /** `!winner → true`: what stands there, and what stands there in its place; a long text is cut. */
  readonly change: string;
}

export interface Mutated extends WithMutants {
  readonly mutants: readonly Mutant[];
}

type Instrumenter = import('@stryker-mutator/instrumenter').Instrumenter;
type Found = Awaited<ReturnType<Instrumenter['instrument']>>['mutants'][number];

/** Of a text that somebody has to read. */
const LONGEST = 100;

/** @returns instruments a file; `stub` is the one that it stands in the place of */
export async function instrumenter(): Promise<(file: string, stub: string) => Promise<Mutated>> {
  // Only authors have it.
  const { Instrumenter } = await import('@stryker-mutator/instrumenter');
  await addChanges();
  const made = new Instrumenter(silent as never);
  return async (file, stub) => {
    const content = readFileSync(file, 'utf8');
    const given = existsSync(stub) ? readFileSync(stub, 'utf8') : '';
    const shouldIgnore = (path: Path) => (isFree(path, content, given) ? 'free' : undefined);
    const { files, mutants } = await made.instrument([{ name: file, mutate: true, content }], {
      plugins: null,
      ignorers: [{ shouldIgnore: shouldIgnore as never }],
      excludedMutations: [],
    });
    const lines = content.split(/\r?\n/);
    return {
      file,
      code: files[0]?.content ?? content,
      mutants: withoutTwins(mutants)
        .filter(({ status }) => status !== 'Ignored')
        .map((mutant) => asWritten(mutant, lines)),
    };
  };
}

/** What no spec judges: what the stub contains as well, and the text of an error that it does not contain. */
function isFree({ node, parent }: Path, content: string, given: string): boolean {
  if (parent?.type === 'Program')
    return given.includes(content.slice(node.start as number, node.end as number));
  const { name } = (parent?.callee ?? {}) as Node;
  if (parent?.type !== 'NewExpression' || !/^DOMException$|Error$/.test(String(name))) return false;
  return textsOf(node).some((text) => !given.includes(text));
}

/** Of a string, or of a template between its values; none of anything else. */
function textsOf({ type, value, quasis }: Node): string[] {
  if (type === 'StringLiteral') return [value as string];
  if (type !== 'TemplateLiteral') return [];
  return (quasis as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked);
}

/** There is no public way to add to the instrumenter's own changes. */
async function addChanges(): Promise<void> {
  const entry = import.meta.resolve('@stryker-mutator/instrumenter');
  const { allMutators } = (await import(new URL('mutators/index.js', entry).href)) as {
    allMutators: Mutator[];
  };
  for (const change of CHANGES) if (!allMutators.includes(change)) allMutators.push(change);
}

function asWritten(
  { id, location, mutatorName, replacement }: Found,
  lines: readonly string[],
): Mutant {
  const { start, end } = location;
  const original = inOneLine(
    lines
      .slice(start.line, end.line + 1)
      .map((line, i, all) => line.slice(0, i === all.length - 1 ? end.column : undefined))
      .map((line, i) => line.slice(i === 0 ? start.column : 0))
      .join('\n'),
  );
  const says = CHANGES.find(({ name }) => name === mutatorName)?.says;
  const changed = replacement === ';' ? 'nothing' : inOneLine(replacement);
  return {
    id,
    line: start.line + 1,
    text: (lines[start.line] ?? '').trim(),
    change: `${original} → ${says ?? changed}`,
  };
}

/** Several changes may come to the same in the end. */
function withoutTwins(mutants: readonly Found[]): Found[] {
  const keyOf = ({ location, replacement }: Found) => JSON.stringify([location, replacement]);
  return [...new Map(mutants.map((mutant) => [keyOf(mutant), mutant])).values()];
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  return `${line.slice(0, LONGEST * 0.6)}…${line.slice(-LONGEST * 0.4)}`;
}

const no = () => false;
const silent = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: no,
  debug: no,
  info: no,
  warn: no,
  error: no,
  fatal: no,
};
