/** What a spec can ask of a trace: every function that a file of laws exports, under its own name. */
import { expect } from 'vitest';
import { inTurn } from './explore/interleavings/in-turn.ts';
import type { Interleavings } from './explore/interleavings/interleave.ts';
import * as ofInterleavings from './explore/interleavings/laws/laws.ts';
import { drawOutcomes, toHaveOutcomes } from './explore/interleavings/laws/outcomes.ts';
import { isSeenOnRealThreads } from './explore/interleavings/real/lockstep.ts';
import { tellInterleavings, type Wrong } from './explore/interleavings/tell.ts';
import * as arrival from './laws/arrival.ts';
import * as blocks from './laws/blocks.ts';
import * as callTree from './laws/call-tree.ts';
import * as callback from './laws/callback.ts';
import * as cancel from './laws/cancel.ts';
import * as contexts from './laws/contexts.ts';
import * as copies from './laws/copies.ts';
import * as counts from './laws/counts.ts';
import * as cpu from './laws/cpu.ts';
import * as deals from './laws/deals.ts';
import * as left from './laws/left.ts';
import * as levels from './laws/levels.ts';
import * as lines from './laws/lines.ts';
import * as outcome from './laws/outcome.ts';
import * as prediction from './laws/prediction.ts';
import * as queues from './laws/queues.ts';
import * as rejection from './laws/rejection.ts';
import * as schedule from './laws/schedule.ts';
import * as sources from './laws/sources.ts';
import * as split from './laws/split.ts';
import type { Breach } from './laws/telling/breach.ts';
import { layOut, type Told, told } from './laws/telling/tell.ts';
import * as time from './laws/time.ts';
import * as tree from './laws/tree.ts';
import { currentTest } from './run/current-test.ts';
import type { TitledInterleaving } from './trace/interleaving.ts';
import type { Trace } from './trace/trace.ts';

// biome-ignore lint/suspicious/noExplicitAny: each law asks for something else
type Law = (trace: Trace, ...asked: any[]) => Breach | undefined;

const laws = {
  ...arrival,
  ...blocks,
  ...callTree,
  ...callback,
  ...cancel,
  ...contexts,
  ...copies,
  ...counts,
  ...cpu,
  ...deals,
  ...left,
  ...levels,
  ...lines,
  ...outcome,
  ...prediction,
  ...queues,
  ...rejection,
  ...schedule,
  ...sources,
  ...split,
  ...time,
  ...tree,
} satisfies Record<string, Law>;

type Laws = typeof laws;

// biome-ignore lint/suspicious/noExplicitAny: the same
type InterleavingLaw = (run: Interleavings, ...asked: any[]) => Wrong | undefined;

const interleavingLaws = ofInterleavings satisfies Record<string, InterleavingLaw>;

/**
 * The laws as matchers: what each one asks for, without the trace. An editor shows the comment of the law, as
 * this maps its very keys (TypeScript 7.0 has lost that, microsoft/typescript-go#3659; 5 and 6 do it).
 */
export type TraceMatchers = {
  [Name in keyof Laws]: Laws[Name] extends (trace: Trace, ...asked: infer Asked) => unknown
    ? (...asked: Asked) => void
    : never;
};

/** The same, of interleavings. */
export type InterleavingMatchers = {
  [Name in keyof typeof interleavingLaws]: (typeof interleavingLaws)[Name] extends (
    run: Interleavings,
    ...asked: infer Asked
  ) => unknown
    ? (...asked: Asked) => void
    : never;
};

// vitest's own interface for this has other parameters in vitest 5; what chai has, both of them take over.
declare global {
  namespace Chai {
    interface Assertion extends TraceMatchers, InterleavingMatchers {}
  }
}

const KEPT = {
  pass: true,
  message: () => 'A law of the lab has no opposite: ask for what should be.',
};

/** Each judges the same run and draws the same picture. */
function matcher(law: Law) {
  return (trace: Trace, ...asked: unknown[]) => {
    const breach = law(trace, ...asked);
    return breach ? broken(trace, told(trace, breach)) : KEPT;
  };
}

function matcherOfInterleavings(law: InterleavingLaw) {
  return (run: Interleavings, ...asked: unknown[]) => {
    const breach = law(run, ...asked);
    if (!breach) {
      currentTest()?.keep(() => drawKept(law, run, asked));
      return KEPT;
    }
    // A proof reads what is certain, and tries thousands.
    const isAsked = breach.way && currentTest()?.isProof === false;
    const isSeen = isAsked && isSeenOnRealThreads(run, breach.way);
    return broken(undefined, tellInterleavings(breach, isSeen));
  };
}

/** What there is to see where a law is kept. */
function drawKept(
  law: InterleavingLaw,
  run: Interleavings,
  asked: unknown[],
): readonly TitledInterleaving[] {
  const [, say] = asked as Parameters<InterleavingMatchers['toHaveOutcomes']>;
  return law === toHaveOutcomes ? drawOutcomes(run, say) : inTurn(run);
}

function broken(trace: Trace | undefined, words: Told) {
  const text = layOut(words);
  currentTest()?.blame(trace, words, text);
  return { pass: false, message: () => text };
}

export const matchers = Object.fromEntries([
  ...Object.entries<Law>(laws).map(([name, law]) => [name, matcher(law)]),
  ...Object.entries<InterleavingLaw>(interleavingLaws).map(([name, law]) => [
    name,
    matcherOfInterleavings(law),
  ]),
]);

expect.extend(matchers);

/** Who replaces a law judges themselves; what comes beside them may come. */
const { extend } = expect;
expect.extend = (others) => {
  const taken = Object.keys(others).find((name) => Object.hasOwn(matchers, name));
  if (taken) throw new TypeError(`expect.extend cannot replace ${taken}: the specs judge with it.`);
  extend(others);
};
