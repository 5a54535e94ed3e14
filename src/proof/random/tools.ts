/** What a random scene works with: the lab, and what takes down what a caller can see. */
import type { LabOfRun as Lab } from '../../lab/run/observe.ts';
import type { Trace } from '../../lab/trace/trace.ts';
import { type Op, opOf, promiseOf, thenableOf } from './jobs.ts';
import { type Labels, paletteLabels, say } from './say.ts';
import type { Noted } from './seen.ts';
import type { Item, Work } from './works.ts';

/** What all calls of one scene have in common. */
export class Notes {
  readonly labels: Labels = paletteLabels();
  readonly lines: Noted[] = [];
  /** What is looked at when all is over. */
  readonly looks: ((trace: Trace) => void)[] = [];
  /** Calls of the kata's function that have not returned. */
  inCalls = 0;
  /** Whether it is compared what happens during the call. */
  readonly duringCall: boolean;

  constructor(duringCall: boolean) {
    this.duringCall = duringCall;
  }
}

/** For one call of the kata's function; with those of the lab. */
export class Tools {
  readonly lab: Lab;
  readonly #notes: Notes;
  readonly #suffix: string;

  /** @param call which call of the scene it is, counted from 0 */
  constructor(lab: Lab, notes: Notes, call: number) {
    this.lab = lab;
    this.#notes = notes;
    this.#suffix = call === 0 ? '' : `${call + 1}`;
  }

  /** A name for the piece of that number: `a`, `b` …; `a2` in the second call of the scene. */
  name(i: number): string {
    return String.fromCharCode(97 + i) + this.#suffix;
  }

  /** Notes what is seen now. */
  note(text: string): void {
    this.#notes.lines.push({ at: this.lab.now(), text });
  }

  /** Notes what is seen at a time that is free. */
  noteAnyTime(text: string): void {
    this.#notes.lines.push({ text: text + (this.#suffix && ` (call ${this.#suffix})`) });
  }

  /** Notes line after line; their order is compared. */
  voice(name: string): (line: string) => void {
    let lines = 0;
    return (line) =>
      this.note(`${name}${this.#suffix}, no. ${++lines}: ${line}${this.#duringCall()}`);
  }

  /** The object is known by this name, and a copy of it is not. */
  label<T extends object>(object: T, name: string): T {
    this.#notes.labels.set(object, name);
    return object;
  }

  /** A value in words. */
  say(value: unknown): string {
    return say(value, this.#notes.labels);
  }

  /** Work to be started, each time by a call; each time it has another result. */
  op(name: string, work: Work): Op {
    return opOf(this, name, work, () => this.#duringCall());
  }

  /**
   * The same for each of a list; what it names twice is one function.
   *
   * @param passOn gets each promise, and returns what is passed on in its place
   */
  ops(
    list: readonly Item[],
    passOn = (promise: Promise<unknown>, _signal: AbortSignal): Promise<unknown> => promise,
  ): ((signal: AbortSignal) => Promise<unknown>)[] {
    return this.#each(list, (item, i) => {
      const op = this.op(this.name(i), item);
      const starting = (signal: AbortSignal) => passOn(op(signal), signal);
      return this.label(starting, `the function '${this.name(i)}'`);
    });
  }

  /** The promise of work that was started now, or has settled already. */
  promise(name: string, work: Work): Promise<unknown> {
    return this.label(promiseOf(this, name, work), `the promise '${name}'`);
  }

  /** Promises, thenables and plain values. */
  inputs(list: readonly Item[]): Promise<unknown>[] {
    return this.#each(list, (item, i) => {
      if ('plain' in item) return item.plain as Promise<unknown>;
      const name = this.name(i);
      const thenable = thenableOf(this, name, item);
      if (!thenable) return this.promise(name, item);
      return this.label(thenable, `the thenable '${name}'`) as Promise<unknown>;
    });
  }

  /** The list as something to iterate over, which is to stay as it is. */
  iterable<T>(kind: 'list' | 'generator' | 'set', list: T[]): Iterable<T> {
    if (kind === 'generator') return list.values();
    const iterable = kind === 'list' ? list : new Set(list);
    this.keeps(iterable);
    return iterable;
  }

  /** Notes how a call of the kata's function settles, and fulfils afterwards. */
  settles(f: () => unknown, name = 'the call'): Promise<void> {
    return this.#settles(f, name, (text) => this.note(text));
  }

  /** The same, where the time is free. */
  settlesAnyTime(f: () => unknown, name = 'the call'): Promise<void> {
    return this.#settles(f, name, (text) => this.noteAnyTime(text));
  }

  /** Calls the kata's function: work that starts meanwhile starts during the call. */
  during<T>(f: () => T): T {
    this.#notes.inCalls++;
    try {
      return f();
    } finally {
      this.#notes.inCalls--;
    }
  }

  /** Notes it if the list or the object is another one when all is over. */
  keeps(object: object, name = 'the list'): void {
    const before = this.say(object);
    this.finally(() => {
      if (this.say(object) !== before || Object.isFrozen(object))
        this.noteAnyTime(`${name} was changed`);
    });
  }

  /** Called when all is over. */
  finally(look: (trace: Trace) => void): void {
    this.#notes.looks.push(look);
  }

  /** Lets that happen at a time of the call; 0 is now. Fulfils when it has happened. */
  at(ms: number, event: () => unknown): Promise<unknown> {
    if (ms === 0) return Promise.resolve(event());
    return new Promise((resolve) => this.lab.at(ms, () => resolve(event())));
  }

  async #settles(f: () => unknown, name: string, note: (text: string) => void): Promise<void> {
    const who = name + (this.#suffix && ` ${this.#suffix}`);
    let result: unknown;
    try {
      result = this.during(f);
    } catch (error) {
      return note(`${who} throws ${this.say(error)}`);
    }
    if (typeof Object(result).then !== 'function') note(`${who} returns no promise`);
    try {
      const value = await result;
      const text = this.say(value);
      note(`${who} fulfils with ${text}`);
      this.finally(() => {
        if (this.say(value) !== text) this.noteAnyTime(`the result of ${who} changes later`);
      });
    } catch (error) {
      note(`${who} rejects with ${this.say(error)}`);
    }
  }

  #duringCall(): string {
    return this.#notes.duringCall && this.#notes.inCalls > 0 ? ', during the call' : '';
  }

  #each<T>(list: readonly Item[], make: (item: Item, i: number) => T): T[] {
    const made: T[] = [];
    for (const [i, item] of list.entries())
      made.push(made[item.again ?? -1] ?? make('again' in item ? { takes: 2 } : item, i));
    return made;
  }
}
