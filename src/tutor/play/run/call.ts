import { say } from '../../../lab/trace/value.ts';
import type { LineOf, Pause, Row } from '../played.ts';
import type { Recorder } from './recorder.ts';
import { isNativePromise } from './watching/queue.ts';

const { then } = Promise.prototype;

/** A pause that has begun. */
const OPEN = { to: undefined, toStep: undefined };

/**
 * One call of an async function, as its own code tells of it. Each method hands on what it is given and
 * runs no code of the program's.
 */
export class Call {
  readonly #recorder: Recorder;
  readonly #place: number;
  readonly #row: Row;
  /** Which row runs when this one first pauses: the one that called it, or asked it for more. */
  #caller: number | undefined;
  #pause: Pause | undefined;
  /** The promise that it has returned, until that settles. */
  #returned: object | undefined;

  constructor(recorder: Recorder, place: number, caller: number | undefined) {
    this.#recorder = recorder;
    this.#place = place;
    this.#row = recorder.rows[place] as Row;
    this.#caller = caller;
  }

  /** An await begins. */
  wait<T>(value: T, text: string, line: LineOf): T {
    this.#begin('await', text, line, value, `awaits ${text}`);
    this.#leave();
    return value;
  }

  /** An await is over. */
  on<T>(value: T): T {
    this.back();
    return value;
  }

  /** Code runs again: after an await, or where its rejection has led. */
  back(): void {
    if (!this.#pause) return;
    const { line, kind } = this.#pause;
    // The code that asks for more goes on when this row pauses again.
    if (kind === 'yield') this.#caller = this.#recorder.current;
    this.#end();
    this.#recorder.runs(this.#place);
    this.#recorder.step(`${this.#row.label} continues`, this.#place, line);
  }

  /** A round of `for await` begins. */
  each<T>(value: T, text: string, line: LineOf): T {
    this.stands(text, line);
    return value;
  }

  /** What it waits for is called in its name first, by the language itself. */
  stands(text: string, line: LineOf): void {
    this.back();
    this.#begin('await', text, line, NEVER, `pauses at ${text}`);
  }

  /** What `await using` waits for is called next. */
  disposes(text: string, line: LineOf): Disposable {
    return { [Symbol.dispose]: () => this.stands(text, line) };
  }

  disposed(): Disposable {
    return { [Symbol.dispose]: () => this.back() };
  }

  /** A generator hands something out, and runs no more until it is asked. */
  yields<T>(value: T, text: string, line: LineOf): T {
    this.#begin('yield', text, line, NEVER, `yields ${text}`);
    this.#leave();
    return value;
  }

  /** It hands out what another one does. */
  delegates<T>(value: T, text: string, line: LineOf): T {
    this.stands(`yield* ${text}`, line);
    return value;
  }

  asked<T>(value: T): T {
    this.back();
    return value;
  }

  /** A promise that is returned ends the call when it settles. */
  give<T>(value: T, text: string, line: LineOf): T {
    if (!isNativePromise(value)) return value;
    this.#begin('return', text, line, NEVER, `returns the promise of ${text}`);
    this.#returned = value;
    const settle = (ending: Row['ending']) => (reason?: unknown) => {
      if (this.#returned !== value) return;
      if (ending === 'failed') this.#row.error = say(reason);
      this.#end();
      this.#over(ending);
    };
    // The function handles it too, so nothing counts as handled that would not be.
    then.call(value, () => settle('done')(), settle('failed'));
    return value;
  }

  fail(error: unknown): unknown {
    this.back();
    this.#row.ending = 'failed';
    this.#row.error = say(error);
    return error;
  }

  end(): void {
    // A promise that it returns ends it later.
    if (!this.#returned) {
      this.back();
      this.#over(this.#row.ending === 'failed' ? 'failed' : 'done');
    }
    this.#leave();
  }

  #begin(kind: Pause['kind'], text: string, line: LineOf, value: unknown, what: string): void {
    const fromStep = this.#recorder.steps.length;
    const pause = { kind, text, line, from: this.#recorder.now(), fromStep, ...OPEN };
    this.#pause = pause;
    this.#row.pauses.push(pause);
    this.#recorder.step(`${this.#row.label} ${what}`, this.#place, line);
    this.#recorder.cut();
    if (value !== NEVER) this.#recorder.queue.add(this, this.#row.label, value);
  }

  #end(): void {
    // What stood in the queues until now is looked at before this leaves it.
    this.#recorder.settle();
    this.#recorder.queue.remove(this);
    if (this.#pause) {
      this.#pause.to = this.#recorder.now();
      this.#pause.toStep = this.#recorder.steps.length;
    }
    this.#pause = undefined;
    this.#returned = undefined;
  }

  #over(ending: Row['ending']): void {
    this.#row.ending = ending;
    this.#row.end = this.#recorder.now();
    this.#row.endStep = this.#recorder.steps.length;
    const how = ending === 'failed' ? `fails: ${this.#row.error}` : 'has ended';
    this.#recorder.step(`${this.#row.label} ${how}`, this.#place);
  }

  /** Its caller goes on. One that waits itself (in `for await`) has only lent its name. */
  #leave(): void {
    const caller = this.#caller;
    this.#caller = undefined;
    this.#recorder.current = caller;
    if (caller === undefined) return;
    const { end, pauses } = this.#recorder.rows[caller] as Row;
    const isPaused = pauses.length > 0 && pauses.at(-1)?.to === undefined;
    if (end === undefined && !isPaused) this.#recorder.runs(caller);
  }
}

/** Stands for what cannot be seen: a promise that the language makes for itself. */
const NEVER = Symbol('never');
