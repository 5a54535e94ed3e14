import { createHash } from 'node:crypto';
import type { Results, Seen } from './runs.ts';

/** One test that came out differently. */
export interface Difference {
  readonly test: string;
  /** In words, a line each. */
  readonly how: readonly string[];
}

/** How much is shown of two texts, before and after the place where they part. */
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
  const [was = '', is = ''] = whereTheyPart(before.traces, now.traces);
  const from = [...was].findIndex((letter, i) => letter !== is[i]);
  const excerpt = (text: string) =>
    was && is && `…${text.slice(Math.max(0, from - BEFORE), from + AFTER)}…`;
  return [
    ...tell('state', [before.state, now.state]),
    ...tell('message', whereTheyPart(before.message.split('\n'), now.message.split('\n'))),
    ...tell('runs observed', [`${before.traces.length}`, `${now.traces.length}`]),
    ...tell('trace', [excerpt(was), excerpt(is)]),
  ];
}

function tell(what: string, [was, is]: Pair): string[] {
  if (was === is) return [];
  return [`${what}, at first: ${was || '(none)'}`, `${what}, now:      ${is || '(none)'}`];
}

type Pair = readonly [before: string | undefined, now: string | undefined];

/** The first two that are not equal. */
function whereTheyPart(before: readonly string[], now: readonly string[]): Pair {
  const at = before.findIndex((line, i) => line !== now[i]);
  const i = at < 0 ? before.length : at;
  return [before[i], now[i]];
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

/** One after the other: as one text, those of a whole course are longer than any text can be. */
function hash(values: readonly unknown[]): string {
  const digest = createHash('sha256');
  for (const value of values) digest.update(`${JSON.stringify(value)}\n`);
  return digest.digest('hex').slice(0, 16);
}
