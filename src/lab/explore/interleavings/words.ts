/** Steps and places of an interleaving, in words. */
import { list } from '../../../text/english.ts';
import type { Interleaving } from '../../trace/interleaving.ts';
import type { Interleavings } from './interleave.ts';
import type { Way } from './states/paths.ts';
import type { State, Step } from './states/state.ts';
import type { Wrong } from './tell.ts';
import type { Access } from './threads/access.ts';

type Names = Pick<Interleavings, 'cells' | 'threads'>;

/** A way as it is drawn; with what could come next, where that is the point. Cells that no step touches are left out. */
export function drawn(
  run: Interleavings,
  { steps }: Way,
  next: Interleaving['next'] = [],
): Interleaving {
  const shown = touchedBy(run, steps);
  const pick = (memory: readonly number[]) => shown.map((cell) => memory[cell] as number);
  return {
    threads: run.threads,
    cells: shown.map((cell) => run.cells[cell] as string),
    initial: pick(run.first.memory),
    steps: steps.map((step) => ({
      thread: step.thread,
      text: sayStep(run, step),
      memory: pick(step.to.memory),
    })),
    next,
  };
}

/** Cells that some of the steps touch; all of them if there are none. */
function touchedBy({ cells }: Pick<Interleavings, 'cells'>, steps: readonly Step[]): number[] {
  const touched = new Set(steps.map(({ access }) => access.cell));
  return [...cells.keys()].filter((cell) => touched.size === 0 || touched.has(cell));
}

/** For a breach that can be seen when it happens once more. */
export function shown(run: Interleavings, way: Way): Pick<Wrong, 'interleaving' | 'way'> {
  return { interleaving: drawn(run, way), way };
}

/** `add count 1: was 2` */
export function sayStep(
  names: Names,
  step: Pick<Step, 'access' | 'result' | 'woken' | 'rounds'>,
): string {
  const { access, result, woken, rounds } = step;
  if (rounds) return `(asks ${rounds === 1 ? 'once more' : `${rounds} more times`}, and goes on)`;
  const said = sayAccess(names, access);
  switch (access.kind) {
    case 'write':
    case 'store':
      return said;
    case 'read':
    case 'load':
      return `${said}: ${result}`;
    case 'wait':
      return `${said}: ${result}`;
    case 'notify':
      return `${said}: wakes ${list(woken.map((thread) => `${names.threads[thread]}`)) || 'none'}`;
    case 'take':
    case 'release':
      return said;
    case 'try':
      return `${said}: ${result === 1 ? 'taken' : 'not free'}`;
    case 'compareExchange':
      return `${said}: ${isDone(step) ? 'done' : `was ${result}`}`;
    default:
      return `${said}: was ${result}`;
  }
}

/** `add count 1`: what it is about to do. */
export function sayAccess({ cells }: Names, { kind, cell, operands }: Access): string {
  const what = `${kind} ${cells[cell]}`;
  const [first, second] = operands;
  switch (kind) {
    case 'compareExchange':
      return `${what} ${first} to ${second}`;
    case 'take':
    case 'try':
    case 'release':
      return what;
    case 'wait':
      return `${what} while ${first}`;
    case 'notify':
      return first === undefined || first === Infinity ? what : `${what} (${first})`;
    default:
      return first === undefined ? what : `${what} ${first}`;
  }
}

/** Whether a `compareExchange` found what it expected. */
export function isDone({ access, result }: Pick<Step, 'access' | 'result'>): boolean {
  return result === ((access.operands[0] as number) | 0);
}

/** `count is 1 and lock is 0`, of these cells. */
export function sayMemory({ cells }: Names, { memory }: State, which: readonly string[]): string {
  return list(which.map((cell) => `${cell} is ${memory[cells.indexOf(cell)]}`));
}

/** `Before the first step` or `After step 4`. */
export function sayWhen({ steps }: Way): string {
  return steps.length === 0 ? 'Before the first step' : `After step ${steps.length}`;
}
