/** What a caller can see of a run, as lines of text. Their order within one ms is free. */
import type { LooseEnd, Trace } from '../../lab/trace/trace.ts';

export interface Noted {
  /** In virtual ms; undefined when the time is free, or when it is about the whole run. */
  readonly at?: number;
  readonly text: string;
}

/** What is compared beside what always is. */
export interface Aspects {
  /** How many timers were set, and how often they fired. */
  readonly timers?: boolean;
  /** Whether work starts during the call, or later in the same ms. */
  readonly duringCall?: boolean;
  /** Whether the times are not compared, only what happens. */
  readonly anyTime?: boolean;
  /** When the CPU was busy. */
  readonly burns?: boolean;
  /** False: when a thread is ended from outside is free. What it cuts off is compared all the same. */
  readonly endsOfThreads?: boolean;
}

/** What may be left when all is over; work and rejections are told otherwise. */
const LEFT: Partial<Record<LooseEnd['kind'], string>> = {
  timer: 'a timer',
  listener: 'a listener',
  port: 'an open port',
  world: 'a change of a global',
};

/** @param noted what the scene itself has noted */
export function seenOf(
  trace: Trace,
  noted: readonly Noted[],
  say: (value: unknown) => string,
  { timers, burns, anyTime, endsOfThreads = true }: Aspects,
): string[] {
  const { outcome, spans, unhandled, uncaught, left } = trace;
  const aborted = spans.flatMap(({ name, aborted, kind }) =>
    aborted && (endsOfThreads || kind !== 'life')
      ? [{ at: aborted.at, text: `'${name}' is told to stop` }]
      : [],
  );
  const busy = spans
    .filter(({ kind }) => burns && kind === 'burn')
    .map(({ name, start, end }) => ({ at: start.at, text: `'${name}' runs until ${end?.at} ms` }));
  // Both end a process.
  const strays = [...unhandled, ...uncaught].map(({ at, error }) => ({
    at,
    text: `unhandled: ${say(error)}`,
  }));
  const ends = left.flatMap(({ kind }) =>
    LEFT[kind] ? [{ text: `it has left ${LEFT[kind]}` }] : [],
  );
  const count = timers ? [{ text: timersOf(trace) }] : [];
  const all: Noted[] = [...noted, ...aborted, ...busy, ...strays, ...ends, ...count];
  return [...all, ...endOf(outcome, say)]
    .sort((a, b) => whenOf(a) - whenOf(b) || (a.text < b.text ? -1 : 1))
    .map(({ at, text }) => (at === undefined || anyTime ? text : `${at} ms: ${text}`));
}

const whenOf = ({ at = Number.POSITIVE_INFINITY }: Noted) => at;

function timersOf({ timers }: Trace): string {
  const fired = timers.reduce((sum, { fired }) => sum + fired, 0);
  return `timers set: ${timers.length}, fired: ${fired}`;
}

/** The beginning of that line. */
export const SCENE_FAILS = 'the scene itself fails with';

/** Only where the scene did not come to its own end. */
function endOf(outcome: Trace['outcome'], say: (value: unknown) => string): Noted[] {
  switch (outcome.kind) {
    case 'returned':
      return [];
    case 'deadlock':
      return [{ text: 'it never settles' }];
    case 'failed':
      return [{ text: `${SCENE_FAILS} ${say(outcome.error)}` }];
    case 'stopped':
      return [{ text: `it was stopped: ${outcome.reason.name}` }];
  }
}

/** The lines that only the one has, and those that only the other has. */
export function difference(
  one: readonly string[],
  other: readonly string[],
): [one: string[], other: string[]] {
  const rest = [...other];
  const own = one.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
  return [own, rest];
}
