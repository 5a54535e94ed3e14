/**
 * A thread is its code and what its steps returned so far. To let it take a step, the step is performed, and its
 * code is run again from the start, answered as before, up to its next step, where it is stopped by a throw.
 */
import { type Access, isSame, type Result } from './access.ts';
import { answering } from './answer.ts';
import { beginning, longerBy, type Past, stepsOf, type Taken } from './past.ts';
import { UnwatchedError } from './stand-ins.ts';
import { watch } from './watched.ts';

/** What a thread does next. */
export type Next =
  | { readonly kind: 'step'; readonly access: Access }
  | { readonly kind: 'done'; readonly returned: unknown }
  | { readonly kind: 'threw'; readonly error: unknown }
  /** It cannot be tried in every interleaving, for this reason. */
  | { readonly kind: 'unfit'; readonly why: string };

/** Stops code at its next step. */
const STOP = new Error('A step in shared memory: let this error pass.');

/** Steps that code may ask for after it was stopped: in its own `catch` and `finally`. */
const MOST_AFTER_THE_STOP = 10_000;

/** Rounds of a loop in which nothing changes, until it is said to have no end of its own. */
const MOST_ROUNDS = 1000;

export type Body = (memory: Int32Array) => unknown;

export class Thread {
  readonly begins = beginning();
  readonly #body: () => Body;
  readonly #memory: Int32Array;
  readonly #known = new Map<Past, Next>();
  readonly #ways = new Map<Past, Past | undefined>();

  /** @param body a new copy of its code, for each time that it is run */
  constructor(body: () => Body, memory: Int32Array) {
    this.#body = body;
    this.#memory = watch(memory);
  }

  next(past: Past): Next {
    const known = this.#known.get(past) ?? this.#run(past, () => undefined);
    this.#known.set(past, known);
    return known;
  }

  /**
   * Where it is when it has left a loop in which nothing changes by itself, as one does that counts its rounds.
   *
   * @param round the steps of one round; undefined where it does not leave it
   */
  wayOut(past: Past, round: readonly Taken[]): Past | undefined {
    if (this.#ways.has(past)) return this.#ways.get(past);
    let way: Past | undefined = past;
    let steps = 0;
    this.#run(past, (access) => {
      const expected = round[steps % round.length] as Taken;
      if (steps >= MOST_ROUNDS || !isSame(access, expected.access)) return undefined;
      steps++;
      way = way && longerBy(way, access, expected.result, true);
      return { result: expected.result };
    });
    if (steps >= MOST_ROUNDS) way = undefined;
    this.#ways.set(past, way);
    return way;
  }

  /** @param goOn answers steps that come after the past, as long as it does */
  #run(past: Past, goOn: (access: Access) => { result: Result } | undefined): Next {
    const steps = stepsOf(past);
    let at = 0;
    let stoppedAt: Access | undefined;
    let afterTheStop = 0;
    let unfit: string | undefined;
    const answer = (access: Access): Result => {
      if (stoppedAt) {
        if (++afterTheStop <= MOST_AFTER_THE_STOP) throw STOP;
        // A loop that catches whatever is thrown ends when nothing is.
        unfit = NEVER_STOPS;
        return 0;
      }
      const step = steps[at++];
      if (step && isSame(step.access, access)) return step.result;
      if (step) unfit = DIFFERS;
      const more = step ? undefined : goOn(access);
      if (more) return more.result;
      stoppedAt = access;
      throw STOP;
    };
    try {
      const returned = answering(answer, () => this.#body()(this.#memory));
      if (unfit) return { kind: 'unfit', why: unfit };
      if (stoppedAt) return { kind: 'step', access: stoppedAt };
      if (at < steps.length) return { kind: 'unfit', why: DIFFERS };
      return isThenable(returned) ? { kind: 'unfit', why: ASYNC } : { kind: 'done', returned };
    } catch (error) {
      if (error instanceof UnwatchedError) unfit ??= `${error.message} ${UNWATCHED}`;
      if (unfit) return { kind: 'unfit', why: unfit };
      return stoppedAt ? { kind: 'step', access: stoppedAt } : { kind: 'threw', error };
    }
  }
}

const isThenable = (value: unknown) =>
  typeof (value as PromiseLike<unknown> | undefined)?.then === 'function';

const DIFFERS =
  'The code took other steps when it was run a second time, on the same memory. Does it use a random number, the time of day, or a variable that is kept from one run to the next?';

const NEVER_STOPS =
  'The code catches every error and tries again, without an end. Here a thread is stopped at its next step by an error: let it pass.';

const ASYNC =
  'It returns a promise. The code of a thread is synchronous here: it uses no async, and no await.';

export const LATER =
  'Some of it runs in a callback, after the code of the thread has returned. That code is synchronous here: it uses no async, no await, and no callback that is called later.';

const UNWATCHED =
  'cannot be watched here. Use the Int32Array that was passed in, and the synchronous functions of Atomics.';
