/** The law of a prediction: how far it is right, and no word of what comes next. */
import { count, is } from '../../text/english.ts';
import { isBefore, linesToForesee } from '../trace/look.ts';
import type { Mark, Trace } from '../trace/trace.ts';
import { show } from '../trace/value.ts';
import { comesToAnEnd } from './ending.ts';
import type { Breach } from './telling/breach.ts';

/**
 * How much of the run is asked for: what is logged before the call returns, what is logged before any time
 * has passed, what is logged up to the end of this ms, or everything.
 */
export type Stretch = 'in the call' | 'at once' | number | 'to the end';

/** The lines that it logs are those predicted, as far as the stretch goes: to the end unless told. */
export function toBePredictedBy(
  trace: Trace,
  prediction: readonly string[],
  stretch: Stretch = 'to the end',
): Breach | undefined {
  if (prediction.length === 0) {
    return {
      fact: 'TODO: fill in the prediction: the lines that the program logs, in their order, each a string.',
      picture: false,
    };
  }
  const breach = comesToAnEnd(trace);
  if (breach) return breach;
  const logged = linesToForesee(trace);
  const asked = logged.filter((mark) => isIn(stretch, mark, trace));
  const wrong = asked.findIndex(({ line }, i) => line !== prediction[i]);
  if (wrong >= 0) return missed(trace, logged, prediction, wrong);
  if (stretch !== 'to the end' || prediction.length <= logged.length) return undefined;
  return isTooLong(logged, prediction);
}

function isTooLong(logged: readonly Mark[], prediction: readonly string[]): Breach {
  const [n, line] = [logged.length, prediction[logged.length]];
  return {
    fact: `The first ${count(n, 'line')} ${is(n)} right, and the program logs no more. Line ${n + 1} of the prediction, ${show(line)}, is one too many.`,
    possible: logged.some((mark) => mark.line === line)
      ? `${show(line)} was logged before. Which call of a function would log it again?`
      : `The program never logs ${show(line)}. Which code would log it?`,
    picture: false,
  };
}

function isIn(stretch: Stretch, mark: Mark, { returned }: Trace): boolean {
  if (stretch === 'to the end') return true;
  if (typeof stretch === 'number') return mark.at <= stretch;
  return stretch === 'in the call' ? isBefore(mark, returned) : mark.at <= returned.at;
}

function missed(
  trace: Trace,
  logged: readonly Mark[],
  prediction: readonly string[],
  wrong: number,
): Breach {
  const number = wrong + 1;
  const right =
    wrong === 0 ? '' : `The first ${wrong === 1 ? 'line is' : `${wrong} lines are`} right`;
  const line = prediction[wrong];
  const possible = think(trace, logged[wrong] as Mark, logged[wrong - 1], number);
  if (line === undefined)
    return {
      fact:
        wrong < prediction.length
          ? `${right ? `${right}. ` : ''}Line ${number} of the prediction is undefined; expected a string.`
          : `${right}. The prediction ends here, but the program logs more.`,
      possible,
      picture: false,
    };
  const lines = logged.map((mark) => mark.line);
  const why = lines.includes(line, wrong)
    ? `the program logs ${show(line)} later than that`
    : lines.includes(line)
      ? `${show(line)} was logged before, and is not logged again`
      : `the program never logs ${show(line)}. Is it spelt as it is logged?`;
  return {
    fact: `${right ? `${right}. ` : ''}Line ${number} is not${right ? '' : ' right'}: ${why}${why.endsWith('?') ? '' : '.'}`,
    possible,
    picture: false,
  };
}

/** Something to think about: when the line comes, and not which it is. */
function think(trace: Trace, mark: Mark, before: Mark | undefined, number: number): string {
  const { returned } = trace;
  const { at } = mark;
  if (isBefore(mark, returned))
    return `Line ${number} is logged during the call of the program, before it returns. A call runs a function synchronously up to its first await; from there the caller continues.`;
  if (at === returned.at)
    return `Line ${number} is logged after the call has returned, but before any time has passed. Which functions can continue without a timer, and which one has waited longest?`;
  const when = `Line ${number} is logged at ${at} ms`;
  const burnt = trace.spans.find(
    ({ kind, end }) => kind === 'burn' && isBefore(end, mark) && !(before && isBefore(end, before)),
  );
  if (burnt)
    return `${when}. From ${burnt.start.at} to ${burnt.end?.at} ms one function blocks the thread. Can any other code run before that function has ended?`;
  // A program without timers of its own has nothing but sleeps.
  const hasTimers = trace.timers.length > 0;
  if (hasTimers && before?.at === at)
    return `${when}, as is the line before it. Which function is running? When it has ended: which nextTick jobs and microtasks are queued, which timers are due and since when, which immediates?`;
  return hasTimers
    ? `${when}. Which timer or sleep ends at that time, and which code waits for it?`
    : `${when}. Which sleep ends at that time? Which function awaits it, and which one awaits that function?`;
}
