import { createHash } from 'node:crypto';
import type { Results, Seen } from './runs.ts';

/** One test that came out differently. */
export interface Difference {
  readonly test: string;
  /** In words, a line each. */
  readonly how: readonly string[];
}

/** How much is shown of two traces, before and after the place where they part. */
const BEFORE = 35;
const AFTER = 15;

const NOT_THERE: Seen = { state: 'not there', message: '', traces: [] };

/** Every test that did not come out exactly as it had: its state, its whole message, its traces. */
export function differences(before: Results, now: Results): Difference[] {
  const tests = [...new Set([...before.keys(), ...now.keys()])].sort();
  return tests.flatMap((test) => {
    // The tests of a file that could not be run are not told of one by one.
    const file = test.replace(/ «[\s\S]*$/, '');
    if (file !== test && now.get(file)?.state === 'not run' && !now.has(test)) return [];
    const how = compare(before.get(test) ?? NOT_THERE, now.get(test) ?? NOT_THERE);
    return how.length > 0 ? [{ test, how }] : [];
  });
}

function compare(before: Seen, now: Seen): string[] {
  const how: string[] = [];
  const tell = (what: string, was = '', is = '') =>
    how.push(`${what}, at first: ${was || '(none)'}`, `${what}, now:      ${is || '(none)'}`);
  if (before.state !== now.state) tell('state', before.state, now.state);
  const lines = whereTheyPart(before.message.split('\n'), now.message.split('\n'));
  if (lines) tell('message', ...lines);
  if (before.traces.length !== now.traces.length)
    tell('runs observed', `${before.traces.length}`, `${now.traces.length}`);
  const [was, is] = whereTheyPart(before.traces, now.traces) ?? [];
  if (was !== undefined && is !== undefined) {
    let from = 0;
    while (was[from] === is[from]) from++;
    const excerpt = (text: string) => text.slice(Math.max(0, from - BEFORE), from + AFTER);
    tell('trace', `…${excerpt(was)}…`, `…${excerpt(is)}…`);
  }
  return how;
}

/** The first two that are not equal. */
function whereTheyPart(
  before: readonly string[],
  now: readonly string[],
): [string | undefined, string | undefined] | undefined {
  const length = Math.max(before.length, now.length);
  for (let i = 0; i < length; i++) if (before[i] !== now[i]) return [before[i], now[i]];
  return undefined;
}

/** What tells results apart in a few letters: those of two Node versions, or of two machines. */
export interface Digests {
  /** Of every test's state and message. */
  readonly results: string;
  /** Of every observed run. */
  readonly traces: string;
}

export function digestsOf(results: Results): Digests {
  const sorted = [...results].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    results: hash(sorted.map(([test, { state, message }]) => [test, state, message])),
    traces: hash(sorted.map(([test, { traces }]) => [test, ...traces])),
  };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}
