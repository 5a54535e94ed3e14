/** The interleaving to look at where none is wrong: the one in which the threads take turns. */
import type { TitledInterleaving } from '../../trace/interleaving.ts';
import type { Interleavings } from './interleave.ts';
import { count, type Way } from './states/paths.ts';
import type { State, Step } from './states/state.ts';
import { drawn } from './words.ts';

/** None where there is no other thread to take a turn, or no step to take. */
export function inTurn(run: Interleavings): TitledInterleaving[] {
  const way = wayInTurn(run);
  if (run.threads.length < 2 || way.steps.length === 0) return [];
  const { all } = count(run, () => false);
  const of = run.isWhole ? `${all.toLocaleString('en')} interleavings` : 'many interleavings';
  return [[`one of ${of}: the threads take turns`, drawn(run, way)]];
}

/** Each thread takes a step, and then the next thread that can. */
function wayInTurn({ first, threads }: Interleavings): Way {
  const steps: Step[] = [];
  let state: State = first;
  for (let last = -1; ; ) {
    const turn = ({ thread }: Step) => (thread - last - 1 + threads.length) % threads.length;
    const [step] = [...state.steps].sort((a, b) => turn(a) - turn(b));
    if (!step) return { steps, last: state };
    steps.push(step);
    [state, last] = [step.to, step.thread];
  }
}
