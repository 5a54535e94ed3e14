/** What must be well before anything can be said about interleavings. */

import { placeOf } from '../../../trace/place.ts';
import { isUntouched } from '../../../trace/untouched.ts';
import { say } from '../../../trace/value.ts';
import type { Interleavings } from '../interleave.ts';
import { isWrong } from '../states/explore.ts';
import { fewestSwitches } from '../states/paths.ts';
import type { State } from '../states/state.ts';
import type { Wrong } from '../tell.ts';
import { shown } from '../words.ts';
import { sayHowMany } from './how-many.ts';

const NO_STEP =
  'Does a loop there wait for a change of something that is not in the shared memory? No other thread can change that.';

/** Every thread could be tried in every interleaving, and threw nothing. */
export function untried(run: Interleavings): Wrong | undefined {
  const { stopped } = run;
  if (stopped) {
    const place = placeOf(stopped);
    return {
      fact: `Stopped: ${stopped.message}`,
      possible: `${place ? `Found at ${place}. ` : ''}${NO_STEP}`,
      picture: false,
    };
  }
  if (run.unfit)
    return {
      fact: `There is no verdict: the threads cannot be tried in every interleaving. ${run.unfit}`,
      picture: false,
    };
  const isEnough = run.isWhole || run.scene.most !== undefined || run.states.some(isWrong);
  return thrown(run) ?? (isEnough ? undefined : tooMany(run));
}

const threw = ({ end }: State) => end?.kind === 'threw';

function thrown(run: Interleavings): Wrong | undefined {
  const way = fewestSwitches(run, threw);
  const end = way?.last.end;
  if (!way || end?.kind !== 'threw') return undefined;
  const { error } = end;
  if (isUntouched(error)) return { fact: (error as Error).message, picture: false };
  const [, missing] = /kata\.(\w+) is not a (?:function|constructor)/.exec(say(error)) ?? [];
  if (missing)
    return {
      fact: `The kata's file exports nothing named '${missing}' that can be called.`,
      possible: `Keep the name, and the word 'export' before it without 'default', as in the stub: export … ${missing}.`,
      picture: false,
    };
  const place = placeOf(error);
  return {
    fact: `${run.threads[end.thread]} threw: ${say(error)}\n${sayHowMany(run, threw)}`,
    possible: place && `Thrown at ${place}`,
    ...shown(run, way),
  };
}

/** No state is wrong, and some were left out. */
export function tooMany(run: Interleavings): Wrong {
  return {
    fact: `There is no verdict: after ${run.states.length.toLocaleString('en')} states, there are still more.`,
    possible: 'Does your code take more steps than it needs?',
    picture: false,
  };
}
