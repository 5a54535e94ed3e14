/**
 * Random programs of everything in Node that waits or queues, as data. (Those of `testing/programs/work.ts` are made of
 * the lab's own jobs, which a bare process does not have.)
 */
import fc from 'fast-check';

/** A callback: it logs its name, and does these one after the other. */
export interface Block {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Several of one kind that are set together; the callback of one of them does something to another. */
export interface Volley {
  readonly do: 'volley';
  readonly of: 'immediates' | 'timeouts' | 'ticks' | 'microtasks';
  readonly name: string;
  readonly ms: number;
  readonly many: number;
  readonly by: number;
  readonly does: 'clear' | 'refresh' | 'throw' | 'burn';
  readonly to: number;
}

/** What code does without waiting for it. Times are in ms; `which` counts the handles that there are by then. */
export type Step =
  | { readonly do: 'timeout' | 'AbortSignal.timeout'; readonly ms: number; readonly runs: Block }
  | {
      readonly do: 'interval';
      readonly ms: number;
      readonly times: number;
      /** How long each callback computes. */
      readonly burns: number;
      readonly runs: Block;
    }
  | Volley
  | {
      /** An interval of two beats that compute, and a timeout so many ms beside the second one. */
      readonly do: 'beats';
      readonly name: string;
      readonly ms: number;
      readonly burns: number;
      readonly beside: number;
    }
  | { readonly do: 'immediate' | 'tick' | 'microtask' | 'then'; readonly runs: Block }
  | {
      readonly do: 'messages';
      readonly posts: number;
      readonly closes: boolean;
      readonly runs: Block;
    }
  | { readonly do: 'broadcast'; readonly posts: number; readonly runs: Block }
  | { readonly do: 'emit'; readonly listeners: number; readonly runs: Block }
  | { readonly do: 'stream'; readonly chunks: number; readonly runs: Block }
  | { readonly do: 'in a context'; readonly store: string; readonly runs: Block }
  | { readonly do: 'enter a context'; readonly store: string }
  | { readonly do: 'burn'; readonly ms: number }
  | { readonly do: 'throw' | 'reject' }
  | { readonly do: 'clear' | 'refresh' | 'unref' | 'ref'; readonly which: number }
  | { readonly do: 'async'; readonly name: string; readonly awaits: readonly Awaited[] };

/** What an async function awaits, one after the other; it logs in between. */
export type Awaited =
  | { readonly do: 'value' | 'immediate' | 'tick' | 'message' | 'failure' }
  | { readonly do: 'promises'; readonly many: number }
  | { readonly do: 'function'; readonly many: number; readonly returns: 'promise' | 'value' }
  | { readonly do: 'sleep' | 'timers/promises' | 'once'; readonly ms: number }
  | { readonly do: 'aborted'; readonly ms: number; readonly after: number }
  | { readonly do: 'ticks'; readonly ms: number; readonly many: number }
  | { readonly do: 'generator' | 'iterated stream' | 'iterated events'; readonly many: number };

/** Far enough from each other, and from their sums, that real time does not change their order. */
const WAITS = [9, 15, 22, 31, 41];

const BURNS = [11, 18];

const wait = fc.constantFrom(...WAITS);
const few = fc.integer({ min: 1, max: 3 });
const which = fc.nat({ max: 5 });
const store = fc.constantFrom('red', 'blue');

const of = <Kind extends string>(...kinds: Kind[]) => fc.constantFrom(...kinds);

const awaited: fc.Arbitrary<Awaited> = fc.oneof(
  fc.record({ do: of('value', 'immediate', 'tick', 'message', 'failure') }),
  fc.record({ do: of('promises'), many: few }),
  fc.record({ do: of('function'), many: few, returns: of('promise', 'value') }),
  fc.record({ do: of('sleep', 'timers/promises', 'once'), ms: wait }),
  fc.record({ do: of('aborted'), ms: wait, after: wait }),
  fc.record({ do: of('ticks'), ms: wait, many: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ do: of('generator', 'iterated stream', 'iterated events'), many: few }),
);

const volley: fc.Arbitrary<Volley> = fc.oneof(
  fc.record({ ...volleyOf('immediates'), does: of('clear', 'clear', 'throw', 'burn') }),
  fc.record({ ...volleyOf('timeouts'), does: of('clear', 'refresh', 'refresh', 'throw', 'burn') }),
  // What is queued cannot be cleared.
  fc.record({ ...volleyOf('ticks'), does: of('throw') }),
  fc.record({ ...volleyOf('microtasks'), does: of('throw') }),
);

function volleyOf<Kind extends Volley['of']>(kind: Kind) {
  return {
    do: of('volley'),
    of: of(kind),
    name: of(''),
    ms: wait,
    many: fc.integer({ min: 2, max: 4 }),
    by: fc.nat({ max: 1 }),
    to: fc.integer({ min: 1, max: 3 }),
  };
}

/** A timeout that comes near the second time of an interval. */
const beats = fc.record({
  do: of('beats'),
  name: of(''),
  ms: wait,
  burns: fc.constantFrom(...BURNS),
  beside: fc.constantFrom(-6, 6, 24),
});

const { step } = fc.letrec<{ step: Step; runs: Block }>((tie) => {
  const runs = tie('runs') as fc.Arbitrary<Block>;
  return {
    step: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      { weight: 2, arbitrary: fc.record({ do: of('tick', 'microtask', 'then'), runs: leaf() }) },
      {
        weight: 3,
        arbitrary: fc.record({
          do: of('async'),
          name: of(''),
          awaits: fc.array(awaited, { minLength: 1, maxLength: 3 }),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: of('burn'), ms: fc.constantFrom(...BURNS) }) },
      { weight: 1, arbitrary: fc.record({ do: of('throw', 'reject') }) },
      { weight: 9, arbitrary: volley },
      { weight: 3, arbitrary: beats },
      { weight: 2, arbitrary: fc.record({ do: of('clear', 'refresh', 'unref', 'ref'), which }) },
      { weight: 1, arbitrary: fc.record({ do: of('enter a context'), store }) },
      {
        weight: 5,
        arbitrary: fc.record({
          do: of('timeout', 'timeout', 'timeout', 'AbortSignal.timeout'),
          ms: wait,
          runs,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          do: of('interval'),
          ms: wait,
          times: fc.integer({ min: 1, max: 2 }),
          burns: fc.constantFrom(0, 0, ...BURNS),
          runs,
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: of('immediate', 'immediate', 'tick', 'microtask', 'then'),
          runs,
        }),
      },
      {
        weight: 2,
        arbitrary: fc.record({ do: of('messages'), posts: few, closes: fc.boolean(), runs }),
      },
      { weight: 1, arbitrary: fc.record({ do: of('broadcast'), posts: few, runs }) },
      { weight: 1, arbitrary: fc.record({ do: of('emit'), listeners: few, runs }) },
      { weight: 1, arbitrary: fc.record({ do: of('stream'), chunks: few, runs }) },
      { weight: 1, arbitrary: fc.record({ do: of('in a context'), store, runs }) },
    ) as fc.Arbitrary<Step>,
    runs: fc.record({
      name: of(''),
      steps: fc.array(tie('step') as fc.Arbitrary<Step>, { maxLength: 3 }),
    }),
  };
});

function leaf(): fc.Arbitrary<Block> {
  return fc.record({ name: of(''), steps: fc.constant<Step[]>([]) });
}

export const programs: fc.Arbitrary<Block> = fc
  .array(step, { minLength: 1, maxLength: 5 })
  .map((steps) => named({ name: '', steps }, { next: 0 }));

/** Gives callbacks and async functions their names, `a`, `b` …, from the first to the last. */
function named(block: Block, names: { next: number }): Block {
  const name = nameOf(names.next++);
  const steps = block.steps.map((step): Step => {
    if ('name' in step) return { ...step, name: nameOf(names.next++) };
    return 'runs' in step ? { ...step, runs: named(step.runs, names) } : step;
  });
  return { name, steps };
}

const nameOf = (i: number) =>
  String.fromCharCode(97 + (i % 26)) + (i < 26 ? '' : Math.floor(i / 26));

/** Some tick or microtask of it may throw what nobody catches. */
export function throwsInQueue({ steps }: Block, isQueued = false): boolean {
  return steps.some((step) => {
    if (step.do === 'throw') return isQueued;
    if (step.do === 'volley') return step.of === 'ticks' || step.of === 'microtasks';
    const isQueue = step.do === 'tick' || step.do === 'microtask';
    return 'runs' in step && throwsInQueue(step.runs, isQueued || isQueue);
  });
}

/** What it is made of, each kind as often as it comes. */
export function kindsOf({ steps }: Block): string[] {
  return steps.flatMap((step) => [
    'does' in step ? `${step.does} in a volley of ${step.of}` : step.do,
    ...('runs' in step ? kindsOf(step.runs) : []),
    ...('awaits' in step ? step.awaits.map((one) => `await ${one.do}`) : []),
  ]);
}
