/** The law of all endings that there are. */
import type { TitledInterleaving } from '../../../trace/interleaving.ts';
import { show } from '../../../trace/value.ts';
import type { Interleavings } from '../interleave.ts';
import { count, fewestSwitches, type Way } from '../states/paths.ts';
import type { State } from '../states/state.ts';
import type { Wrong } from '../tell.ts';
import { drawn, shown } from '../words.ts';
import { toEnd } from './ending.ts';
import { type Ending, endingOf } from './ends.ts';
import { explain } from './explain.ts';
import { sayPart } from './how-many.ts';
import { tooMany } from './untried.ts';

/**
 * These are all endings that there are, and each of them can happen. Their order is free, and one may stand there twice.
 *
 * @param say makes words of an ending: two in the same words are the same one
 * @param because says of an ending why it can happen, or why it cannot
 */
export function toHaveOutcomes(
  run: Interleavings,
  foretold: readonly string[],
  say: (ending: Ending) => string,
  because: (words: string) => string | undefined = () => undefined,
): Wrong | undefined {
  const breach = notWords(foretold) ?? toEnd(run);
  if (breach) return breach;
  // Of a list of a class of its own, only what is in it counts.
  const words = Array.from(foretold);
  const said = sayingOf(run, say);
  const possible = possibleIn(run, said);
  const never = [...new Set(words.filter((one) => !possible.has(one)))];
  const missing = [...possible].find((one) => !words.includes(one));
  // Where nothing at all is right, words may be written in another way.
  const isAnyRight = words.some((one) => possible.has(one));
  if (missing === undefined || !isAnyRight) return tellNever(run, never, because);
  const isIt = (state: State) => said(state) === missing;
  const way = fewestSwitches(run, isIt) as Way;
  const why = [explain(run, way), because(missing)].filter(Boolean).join(' ');
  return {
    fact: `${show(missing)} is left out, and it can happen: in ${sayPart(run, isIt)}.`,
    possible: why || undefined,
    ...shown(run, way),
  };
}

/** What is said of a state in which all threads have come to their end. */
type Saying = (state: State) => string | undefined;

const sayingOf =
  (run: Interleavings, say: (ending: Ending) => string): Saying =>
  (state) => {
    const ending = endingOf(run, state);
    return ending && say(ending);
  };

/** In the order of the words. */
const possibleIn = ({ states }: Interleavings, said: Saying): ReadonlySet<string> =>
  new Set(
    states
      .map(said)
      .filter((words) => words !== undefined)
      .sort(),
  );

/** For each ending the interleaving with the fewest switches: to be looked at once they are all known. */
export function drawOutcomes(
  run: Interleavings,
  say: (ending: Ending) => string,
): TitledInterleaving[] {
  const said = sayingOf(run, say);
  return [...possibleIn(run, said)].map((words) => {
    const isIt = (state: State) => said(state) === words;
    return [
      `${show(words)}: in ${sayPart(run, isIt)}`,
      drawn(run, fewestSwitches(run, isIt) as Way),
    ];
  });
}

/** @param never none of the endings that there are; the first one is told */
function tellNever(
  run: Interleavings,
  [never, ...more]: readonly string[],
  because: (words: string) => string | undefined,
): Wrong | undefined {
  if (never === undefined) return undefined;
  // Another interleaving, which was not tried, may end so.
  if (run.mostInterruptions !== undefined) return tooMany(run);
  const { all } = count(run, () => false);
  const others =
    more.length > 0 ? ` Nor does any end with ${more.length} more of those foretold.` : '';
  return {
    fact: `None of the ${all.toLocaleString('en')} interleavings ends with ${show(never)}.${others}`,
    possible: because(never),
    picture: false,
  };
}

/** What is foretold comes from a learner, and may be anything. */
function notWords(foretold: unknown): Wrong | undefined {
  const wrong = (fact: string) => ({ fact, picture: false });
  if (!Array.isArray(foretold))
    return wrong(`What is foretold is ${show(foretold)}; expected a list of strings.`);
  if (foretold.length === 0)
    return wrong('TODO: fill in the endings: the list of them is empty. Each is a string.');
  const at = Array.from(foretold).findIndex((words) => typeof words !== 'string');
  if (at < 0) return undefined;
  return wrong(`Ending ${at + 1} of those foretold is ${show(foretold[at])}; expected a string.`);
}
