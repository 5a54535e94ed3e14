/** The law that all threads come to an end. */
import { list } from '../../../../text/english.ts';
import type { Interleavings } from '../interleave.ts';
import { fewestSwitches, type Way } from '../states/paths.ts';
import type { End, State } from '../states/state.ts';
import type { Wrong } from '../tell.ts';
import { drawn, sayStep } from '../words.ts';
import { toHold } from './always.ts';
import { sayBlocked, waitingNext } from './blocked.ts';
import { explainCircle, explainLeft } from './explain-last-change.ts';
import { explainSleep } from './explain-sleep.ts';
import { sayHowMany } from './how-many.ts';
import { untried } from './untried.ts';

/**
 * In every interleaving, all threads come to their end.
 *
 * @param because says why to a learner, where no interleaving proves a cause
 */
export function toEnd(run: Interleavings, because?: string): Wrong | undefined {
  return untried(run) ?? firstOf(run, KINDS, because) ?? noneEnds(run);
}

/** An interleaving stops where something of `always` does not hold. Where each of them does, no end is right or wrong. */
function noneEnds(run: Interleavings): Wrong | undefined {
  if (run.states.some(({ end }) => end?.kind === 'done')) return undefined;
  const breach = toHold(run);
  return breach && { ...breach, fact: `${breach.fact} ${STOPPED}` };
}

const STOPPED = 'No interleaving has come to its end: each was stopped there.';

const KINDS = ['deadlock', 'livelock', 'endless'] as const;

type Kind = (typeof KINDS)[number];

function firstOf(run: Interleavings, kinds: readonly Kind[], because?: string): Wrong | undefined {
  for (const kind of kinds) {
    const isSo = ({ end }: State) => end?.kind === kind;
    const way = fewestSwitches(run, isSo);
    if (!way) continue;
    const { fact, possible } = SAY[kind](run, way);
    return {
      fact: `${fact} ${sayHowMany(run, isSo)}`,
      possible: possible ?? because,
      interleaving: drawn(run, way, waitingNext(run, way)),
      way,
    };
  }
  return undefined;
}

/** So many steps of one thread in a row. */
const ALONE = 10;

type Said = Pick<Wrong, 'fact' | 'possible'>;

const SAY: Readonly<Record<Kind, (run: Interleavings, way: Way) => Said>> = {
  deadlock(run, way) {
    if (way.last.blocked.length > 0) return sayBlocked(run, way);
    const { sleepers } = way.last;
    const who = sleepers.map(({ thread, cell }, i) => {
      const since = way.steps.findLastIndex((step) => step.thread === thread) + 1;
      const verb = i === 0 ? ' has slept' : '';
      return `${run.threads[thread]}${verb} in a wait for ${run.cells[cell]} since step ${since}`;
    });
    return {
      fact: `Deadlock: ${list(who)}, and no thread is left that could notify ${sleepers.length === 1 ? 'it' : 'them'}.`,
      possible: explainDeadlock(run, way),
    };
  },
  livelock(run, way) {
    return {
      fact: `${sayAsking(run, way)}, and no thread is left that could change that.`,
      possible: way.last.sleepers.length > 0 ? explainSleep(run, way) : explainOld(run, way),
    };
  },
  endless(run, way) {
    const { thread } = way.last.end as Extract<End, { kind: 'endless' }>;
    const taken = way.steps.filter((step) => step.thread === thread).length;
    return {
      fact: `${run.threads[thread]} has taken ${taken} steps, and has not come to its end: it goes on and on.`,
      possible: explainEndless(way, thread),
    };
  },
};

/** Each returns from a `wait` at once, time and again. */
function explainOld(run: Interleavings, { steps, last }: Way): string | undefined {
  const facts = last.asking.map((thread) => {
    const { access, result } = steps.findLast((step) => step.thread === thread) ?? {};
    if (!access || result !== 'not-equal') return undefined;
    const name = run.cells[access.cell];
    return `${name} is ${last.memory[access.cell]}, so a wait while it is ${access.operands[0]} returns immediately. Does ${run.threads[thread]} look at ${name} again after that?`;
  });
  return facts.every((fact) => fact !== undefined) ? facts.join(' ') : undefined;
}

function explainEndless({ steps }: Way, thread: number): string {
  const last = steps.slice(-ALONE);
  if (last.some((step) => step.thread !== thread))
    return 'Does it undo what it has done, and begin again, for as long as another thread does the same?';
  if (last.some(({ access }) => access.kind === 'release'))
    return 'While no other thread takes a step, it takes and releases again and again. To wait for another thread, let it sleep until it can have what it needs.';
  return 'While no other thread takes a step, it changes the memory again and again. To wait for another thread, only look (a compareExchange that fails changes nothing), or sleep.';
}

function explainDeadlock(run: Interleavings, way: Way): string | undefined {
  const facts = [explainSleep(run, way), explainLeft(run, way)].filter(
    (fact) => fact !== undefined,
  );
  return explainCircle(run, way) ?? (facts.join(' ') || undefined);
}

/** `B asks again and again (load lock: 1)` */
export function sayAsking(run: Interleavings, { steps, last }: Way): string {
  const asking = last.asking.map((thread) => {
    const step = steps.findLast((step) => step.thread === thread);
    return `${run.threads[thread]} asks again and again${step ? ` (${sayStep(run, step)})` : ''}`;
  });
  return list(asking);
}
