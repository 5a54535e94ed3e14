import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';

const FRAME = /(?:\(|at (?:async )?)((?:file:\/\/)?[^()\s][^()]*?):(\d+):\d+\)?$/;

/** Frames that a learner has no use for: Node's, the packages', the lab's, and the specs'. */
const OURS = /node_modules|^node:|[\\/]src[\\/]lab[\\/]|\.spec\.ts$|\.test\.ts$/;

/** Where something was done: a stack, which is written out only when somebody reads it. */
export interface Place {
  readonly stack?: string;
}

const MadeError = Error;

/** The folder of the course, wherever a kata goes later. */
const ROOT = process.cwd();

/** Frames of the stack of a place: this function, two more of ours, and their caller. */
const NEAREST = 4;

/** Only the nearest lines of the stack: more of them would cost more than the timer they are for. */
export function placeOfCaller(): Place {
  const { stackTraceLimit } = MadeError;
  MadeError.stackTraceLimit = NEAREST;
  const place = new MadeError();
  MadeError.stackTraceLimit = stackTraceLimit;
  return place;
}

const PACKAGE = /[\\/]node_modules[\\/]/;
const NODE = /[( ]node:/;

/** Whether a package has called the function that asks, and not the code that is judged. */
export function isCalledByPackage(): boolean {
  return PACKAGE.test(callerOfAsking());
}

/** Whether a library of Node's has called the function that asks. */
export function isCalledByNode(): boolean {
  return NODE.test(callerOfAsking());
}

/** Whether code has called the function that asks, and not the engine, after the end of a callback. */
export function isCalledByCode(): boolean {
  const caller = callerOfAsking();
  return caller !== '' && !caller.includes(' at async ') && !NODE.test(caller);
}

/** The line of the stack that has called the function that asks; empty where nothing has. */
function callerOfAsking(): string {
  const { stackTraceLimit } = MadeError;
  // This function, the one above, the one that asks, and its caller.
  MadeError.stackTraceLimit = 4;
  const stack = new MadeError().stack ?? '';
  MadeError.stackTraceLimit = stackTraceLimit;
  return stack.split('\n')[4] ?? '';
}

/** The stack of an error, when it is one and tells; some throw when they are asked for it. */
export function stackOf(error: unknown): string | undefined {
  try {
    if (!(error instanceof Error)) return undefined;
    // From Node 24 on, a Proxy has no stack of its own, and what it stands for does.
    const stack: unknown = error.stack ?? inspect(error, { showProxy: true, customInspect: false });
    return typeof stack === 'string' ? stack : undefined;
  } catch {
    return undefined;
  }
}

/** Where an error was made, as far as it tells. */
export function placeOf(error: unknown): string | undefined {
  return placeIn(stackOf(error));
}

/** The innermost line of a stack that is the learner's own, as `katas/…/1-gather.ts:12`. */
export function placeIn(stack: string | undefined): string | undefined {
  for (const [file, line] of ownLinesIn(stack)) return `${file}:${line}`;
  return undefined;
}

/** The same, and the lines of that file from which it was called: `katas/…/1-gather.ts:12 (called from line 30)`. */
export function placeAndCallersOf(error: unknown): string | undefined {
  const [first, ...callers] = ownLinesIn(stackOf(error));
  if (!first) return undefined;
  const inIt = callers.filter(([file]) => file === first[0]);
  const lines = [...new Set(inIt.map(([, line]) => line))];
  const from = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(', ')}`;
  return `${first.join(':')}${lines.length > 0 ? ` (called from ${from})` : ''}`;
}

/** The lines of a stack that are the learner's own, innermost first. */
function* ownLinesIn(stack: string | undefined): Generator<readonly [file: string, line: string]> {
  for (const text of stack?.split('\n').slice(1) ?? []) {
    const [, where = '', line = ''] = FRAME.exec(text.trim()) ?? [];
    const path = where.startsWith('file:') ? fileURLToPath(where) : where;
    const file = path.replace(/\?.*$/, '');
    if (file !== '' && !OURS.test(file)) yield [relative(ROOT, file).split(sep).join('/'), line];
  }
}
