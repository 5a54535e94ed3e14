/** Random programs in JavaScript that mix all ways in which async code can take turns. Each ends. */

/** What a program is made of, and how often. */
export type Mix = Record<string, number>;

export interface AsyncProgram {
  readonly seed: number;
  readonly text: string;
  readonly mix: Mix;
}

export interface Wanted {
  /** Whether it sets timers: on real time, their order is left to chance. */
  readonly timers: boolean;
}

export function asyncProgram(seed: number, wanted: Wanted = { timers: true }): AsyncProgram {
  return new Writer(seed, wanted).write();
}

/** A program is given `print`. */
const PRELUDE = `
const shown = (word) => typeof word === 'object' ? word?.message ?? JSON.stringify(word) : word;
const log = (...words) => print(words.map(shown).join(' '));
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const turn = () => new Promise((resolve) => setImmediate(resolve));
const thenable = (value) => ({ then(take) { log('asked', value); take(value); } });
const slowThenable = (value) => ({ then(take) { queueMicrotask(() => take(value)); } });
const badThenable = (value) => ({ then(_, fail) { fail(new Error('bad ' + value)); } });
class Later extends Promise {}
const own = (value) => new Later((resolve) => queueMicrotask(() => resolve(value)));
const say = (error) => log('caught', error?.message ?? error);
`;

/** Statements in one program: they nest, and each function is called again and again. */
const MOST_STATEMENTS = 40;
const DEEPEST = 3;

type Kind = 'async' | 'arrow' | 'generator' | 'sync';

interface Made {
  readonly name: string;
  readonly kind: Kind;
}

class Writer {
  readonly #seed: number;
  readonly #wanted: Wanted;
  readonly #mix: Mix = {};
  #state: number;
  #next = 0;
  #statements = 0;
  /** The program itself returns nothing. */
  #isInFunction = true;
  /** Those that may be called from here: functions written later, so that nothing calls itself. */
  #callable: Made[] = [];

  constructor(seed: number, wanted: Wanted) {
    this.#seed = seed;
    this.#state = seed;
    this.#wanted = wanted;
  }

  write(): AsyncProgram {
    const functions: string[] = [];
    const count = 1 + this.#below(4);
    for (let i = 0; i < count; i++) {
      const kind = this.#pick<Kind>(['async', 'async', 'arrow', 'generator', 'sync']);
      const made = { name: `f${i}`, kind };
      functions.unshift(this.#function(made));
      this.#callable = [...this.#callable, made];
    }
    this.#isInFunction = false;
    const body = this.#block(0, 'async', 3 + this.#below(4));
    const text = `${PRELUDE}\n${functions.join('\n')}\n${body}\nlog('end of the program');\n`;
    return { seed: this.#seed, text, mix: this.#mix };
  }

  #function({ name, kind }: Made): string {
    this.#count(`function: ${kind}`);
    const body = this.#block(0, kind, 1 + this.#below(4));
    switch (kind) {
      case 'async':
        return `async function ${name}(a, b = 2) {\n${body}\n}`;
      case 'arrow':
        return this.#chance(0.3)
          ? `const ${name} = async (a) => (${this.#promise('async')});`
          : `const ${name} = async (a) => {\n${body}\n};`;
      case 'generator':
        return `async function* ${name}(a) {\n${body}\n}`;
      case 'sync':
        return `function ${name}(a) {\n${this.#log()}\nreturn ${this.#promise('sync')};\n}`;
    }
  }

  #block(depth: number, kind: Kind, length: number): string {
    const lines = Array.from({ length }, () => this.#statement(depth, kind));
    return lines.map((line) => '  '.repeat(depth) + line).join('\n');
  }

  #statement(depth: number, kind: Kind): string {
    if (++this.#statements > MOST_STATEMENTS || depth > DEEPEST) return this.#log();
    const inner = (length = 1 + this.#below(2)) => this.#block(depth + 1, kind, length);
    const waits = kind !== 'sync';
    const all: [weight: number, name: string, write: () => string][] = [
      [3, 'log', () => this.#log()],
      [waits ? 6 : 0, 'await', () => `log(${this.#id()}, await ${this.#value(kind)});`],
      [
        2,
        'then',
        () =>
          `${this.#promise(kind)}.then((x) => log(${this.#id()}, x)${this.#chance(0.5) ? ', say' : ''})${this.#chance(0.6) ? '.catch(say)' : ''}${this.#chance(0.3) ? `.finally(() => { ${this.#log()} })` : ''};`,
      ],
      [1, 'queueMicrotask', () => `queueMicrotask(() => { ${this.#log()} });`],
      [1, 'nextTick', () => `process.nextTick(() => { ${this.#log()} });`],
      [1, 'setImmediate', () => `setImmediate(() => { ${this.#log()} });`],
      [
        this.#wanted.timers ? 1 : 0,
        'setTimeout',
        () => `setTimeout(() => { ${this.#log()} }, ${this.#ms()});`,
      ],
      [
        waits ? 2 : 0,
        'try',
        () =>
          `try {\n${inner()}\n${this.#chance(0.5) ? this.#throws(kind) : ''}\n} catch (error) {\nsay(error);\n${inner(1)}\n}${this.#chance(0.4) ? ` finally {\n${inner(1)}\n}` : ''}`,
      ],
      [waits ? 1 : 0, 'finally', () => `try {\n${inner()}\n} finally {\n${inner(1)}\n}`],
      [waits ? 2 : 0, 'for await', () => this.#forAwait(depth, kind)],
      [waits ? 1 : 0, 'loop', () => `for (let i = 0; i < 2; i++) {\n${inner()}\n}`],
      [1, 'if', () => `if (${this.#chance(0.5)}) {\n${inner()}\n} else ${this.#log()}`],
      [2, 'not awaited', () => `${this.#promise(kind)}${this.#chance(0.8) ? '.catch(say)' : ''};`],
      [
        1,
        'async arrow',
        () => {
          const name = `g${this.#next++}`;
          return `const ${name} = async () => {\n${this.#block(depth + 1, 'async', 2)}\n}; ${name}().catch(say);`;
        },
      ],
      [
        waits && this.#isInFunction ? 2 : 0,
        'return',
        () => `if (${this.#chance(0.3)}) { return ${this.#value(kind)}; }`,
      ],
      [
        kind === 'generator' ? 6 : 0,
        'yield',
        () => `log(${this.#id()}, yield ${this.#value(kind)});`,
      ],
      [
        kind === 'generator' && this.#generators().length > 0 ? 2 : 0,
        'yield*',
        () => `yield* ${this.#generator()};`,
      ],
      [this.#generators().length > 0 ? 2 : 0, 'by hand', () => this.#byHand()],
    ];
    const total = all.reduce((sum, [weight]) => sum + weight, 0);
    let at = this.#below(total);
    for (const [weight, name, write] of all) {
      at -= weight;
      if (at >= 0) continue;
      this.#count(name);
      return write();
    }
    return this.#log();
  }

  #forAwait(depth: number, kind: Kind): string {
    const label = this.#chance(0.3) ? `l${this.#next++}` : '';
    const many =
      this.#generators().length > 0 && this.#chance(0.7)
        ? this.#generator()
        : `[${this.#value(kind)}, ${this.#value(kind)}, ${this.#value(kind)}]`;
    const ways = ['', '', `if (n++ > 0) ${this.#chance(0.5) ? 'break' : 'continue'};`];
    if (label)
      ways.push(
        `for (;;) { if (n++ > 0) ${this.#chance(0.5) ? 'break' : 'continue'} ${label}; break; }`,
      );
    const way = this.#pick(ways);
    const body = `${way}\n${this.#block(depth + 1, kind, 1 + this.#below(2))}`;
    return `{ let n = 0; ${label ? `${label}: ` : ''}for await (const x of ${many}) {\nlog(${this.#id()}, x);\n${body}\n} }`;
  }

  /** Asks a generator several times before it has answered, and sends it away. */
  #byHand(): string {
    const name = `it${this.#next++}`;
    const asks = Array.from({ length: 1 + this.#below(3) }, () => {
      const way = this.#pick(['next', 'next', 'next', 'return', 'throw']);
      this.#count(`by hand: ${way}`);
      const sent = way === 'throw' ? "new Error('sent')" : this.#value('sync');
      return `${name}.${way}(${sent}).then((x) => log(${this.#id()}, x.value, x.done), say);`;
    });
    return `const ${name} = ${this.#generator()}; ${asks.join(' ')}`;
  }

  #throws(kind: Kind): string {
    return this.#pick([
      `throw new Error('e${this.#id()}');`,
      ...(kind === 'sync' ? [] : [`await Promise.reject(new Error('r${this.#id()}'));`]),
    ]);
  }

  #generators(): Made[] {
    return this.#callable.filter(({ kind }) => kind === 'generator');
  }

  #generator(): string {
    return `${this.#pick(this.#generators()).name}(${this.#id()})`;
  }

  /** Something to await: a promise, a thenable, or neither. */
  #value(kind: Kind): string {
    return this.#chance(0.75)
      ? this.#promise(kind)
      : this.#pick([
          'null',
          `${this.#id()}`,
          `thenable(${this.#id()})`,
          `slowThenable(${this.#id()})`,
          `(1, ${this.#id()})`,
        ]);
  }

  /** A promise: what it is, is counted. */
  #promise(kind: Kind, depth = 0): string {
    const id = this.#id();
    const ways: Record<string, () => string> = {
      'Promise.resolve': () => `Promise.resolve(${id})`,
      'resolved with a thenable': () => `Promise.resolve(thenable(${id}))`,
      'resolved with a promise': () => `new Promise((resolve) => resolve(Promise.resolve(${id})))`,
      'Promise.reject': () => `Promise.reject(new Error('no ${id}'))`,
      'a rejecting thenable': () => `Promise.resolve(badThenable(${id}))`,
      'a subclass': () => `own(${id})`,
      'an immediate': () => 'turn()',
      'an async arrow': () => `(async () => ${this.#chance(0.5) ? `await ${id}` : id})()`,
    };
    if (this.#wanted.timers) ways['a timer'] = () => `sleep(${this.#ms()})`;
    const calls = this.#callable.filter(({ kind: it }) => it !== 'generator');
    if (calls.length > 0) {
      const call = () => `${this.#pick(calls).name}(${id})`;
      Object.assign(ways, { 'a call': call, 'another call': call, 'one more call': call });
    }
    if (depth < 2)
      for (const name of ['all', 'race', 'allSettled', 'any'])
        ways[`Promise.${name}`] = () =>
          `Promise.${name}([${this.#promise(kind, depth + 1)}, ${this.#promise(kind, depth + 1)}])`;
    const [name, write] = this.#pick(Object.entries(ways));
    this.#count(`promise: ${name.replace(/^(another|one more) call/, 'a call')}`);
    return write();
  }

  #log(): string {
    return `log(${this.#id()});`;
  }

  #id(): number {
    return ++this.#next;
  }

  /** Few, so that many come at the same ms. */
  #ms(): number {
    return 1 + this.#below(4);
  }

  #count(name: string): void {
    this.#mix[name] = (this.#mix[name] ?? 0) + 1;
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #below(end: number): number {
    return Math.floor(this.#random() * end);
  }

  #pick<T>(from: readonly T[]): T {
    return from[this.#below(from.length)] as T;
  }

  /** mulberry32 */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}
