import { fc, rarely, reason, scenes, type Tools, value, work } from '#scenes';

// Free: what is asked for and called in the ms of a failure. So a call that fails takes time, and no two calls and no
// two items end in one ms: each has a bit of its own, in all sums.
const MOST = 11;
const UNIT = 2 ** (2 * MOST + 1);
const callTakes = (ms: number, i: number) => ms * UNIT + 2 ** i;
const itemTakes = (ms: number, i: number) => ms * UNIT + 2 ** (MOST + i);

const settled = work({ rejects: 'never', settled: 'any' });
const callsOf = (rejects: 'rarely' | 'often') =>
  fc.array(
    fc.record({
      item: fc.oneof(fc.constantFrom('x', 'y', 9), value),
      call: fc.oneof(
        { weight: 4, arbitrary: work({ rejects }) },
        { weight: 1, arbitrary: settled },
      ),
      /** f returns the promise of the call before once more. */
      isAgain: rarely,
    }),
    { maxLength: MOST, size: 'max' },
  );

/** Many are made for longer than the calls take that are running. */
const making = fc.constantFrom(1, 5, 199);

interface Source {
  readonly items: readonly unknown[];
  /** How long each item takes, where it takes time. */
  readonly takes: readonly number[];
  readonly fails?: { readonly with: unknown } | undefined;
  readonly isStuck: boolean;
  readonly canBeClosed: boolean;
}

interface State {
  /** An item is being made at this moment. */
  isAsked: boolean;
  /** A call has failed then. Free: when it rejects, and for how many items it had asked before. */
  isFree: boolean;
}

/** What the two generators do, one step after the other. */
class Steps {
  readonly #tools: Tools;
  readonly #source: Source;
  readonly #state: State;
  /** It has ended, failed, or been closed; or nothing has been asked for yet. */
  #isOver = true;

  constructor(tools: Tools, source: Source, state: State) {
    this.#tools = tools;
    this.#source = source;
    this.#state = state;
    tools.finally(() => {
      if (!this.#isOver && source.canBeClosed) tools.noteAnyTime('the source is left open');
    });
  }

  ask(i: number) {
    const { items, fails } = this.#source;
    this.#isOver = false;
    if (i < items.length) return this.#note(`item no. ${i} is asked for`);
    this.#isOver = true;
    if (fails) throw fails.with;
  }

  close() {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#note('the source is closed');
    if (this.#source.isStuck) throw new Error('stuck');
  }

  #note(text: string) {
    if (!this.#state.isFree) this.#tools.note(text);
  }
}

function* generator(tools: Tools, source: Source, state: State) {
  const steps = new Steps(tools, source, state);
  try {
    for (const [i, item] of source.items.entries()) {
      steps.ask(i);
      yield item;
    }
    steps.ask(source.items.length);
  } finally {
    steps.close();
  }
}

async function* asyncGenerator(tools: Tools, source: Source, state: State) {
  const steps = new Steps(tools, source, state);
  const make = async (i: number) => {
    const ms = source.takes[i];
    if (!ms) return;
    state.isAsked = true;
    await tools.lab.sleep(itemTakes(ms, i));
    state.isAsked = false;
  };
  try {
    for (const [i, item] of source.items.entries()) {
      steps.ask(i);
      await make(i);
      yield item;
    }
    await make(source.items.length);
    steps.ask(source.items.length);
  } finally {
    steps.close();
  }
}

scenes(import.meta.dirname, {
  excuses: {
    'wrong-throw-is-no-failure':
      'In these scenes nothing throws: what else happens in that ms is free.',
    'wrong-done-is-false': 'Each of these iterators says `done: false`.',
    'wrong-in-operator': 'No text comes in.',
    'wrong-unwraps-the-cause': 'No reason of these scenes has a cause.',
    'wrong-workers-outlive-the-source': 'These iterators are over when they have failed.',
    'wrong-a-hundred-at-most': 'There are no hundred calls.',
  },
  timers: true,
  input: fc.record({
    n: fc.constantFrom(1, 2, 3, 3, Infinity, Infinity, 0, 1.5, Number.NaN),
    calls: fc.oneof(callsOf('rarely'), callsOf('often')),
    kind: fc.oneof(
      fc.constantFrom(
        'list' as const,
        'generator' as const,
        'next()' as const,
        'next() and return()' as const,
      ),
      fc.constant('async generator' as const),
    ),
    takes: fc.oneof(
      fc.constant([]),
      fc.array(making, { minLength: MOST + 1, maxLength: MOST + 1 }),
    ),
    fails: fc.tuple(fc.boolean(), reason).map(([does, it]) => (does ? { with: it } : undefined)),
    isStuck: rarely,
  }),
  async call({ mapLimit }: typeof import('../4-map-limit.ts'), input, tools) {
    const { n, calls, kind, takes, fails, isStuck } = input;
    const items = calls.map(({ item }) => item);
    // Free: whether an item is used that came in the ms in which the source fails, where two are asked for at once.
    const isOneAtATime = items.length >= n && !calls.some(({ isAgain }) => isAgain);
    const canFail = kind === 'async generator' || isOneAtATime;
    const source = {
      items,
      takes,
      fails: canFail ? fails : undefined,
      isStuck,
      canBeClosed: kind !== 'next()',
    };
    const state: State = { isAsked: false, isFree: false };
    let count = 0;
    let before: Promise<unknown> | undefined;
    const f = (...args: unknown[]) => {
      const i = count++;
      tools.note(`call no. ${i} gets ${args.map((arg) => tools.say(arg))}`);
      if (before && calls[i]?.isAgain) return before;
      const one = calls[i]?.call ?? {};
      const work = tools.op(tools.name(i), {
        ...one,
        ...(one.takes && { takes: callTakes(one.takes, i) }),
      })();
      before = new Promise<unknown>((resolve, reject) => {
        work.then(resolve, (error) => {
          state.isFree ||= state.isAsked;
          reject(error);
        });
      });
      return before;
    };
    tools.keeps(items);
    const from = () => {
      if (kind === 'list') return items;
      if (kind === 'async generator') return asyncGenerator(tools, source, state);
      const all = generator(tools, source, state);
      if (kind === 'generator') return all;
      const next = () => all.next();
      let closings = 0;
      const close = () => {
        closings++;
        if (closings > 1) tools.noteAnyTime('it is closed again');
        return all.return(undefined);
      };
      const iterator = kind === 'next()' ? { next } : { next, return: close };
      return { [Symbol.iterator]: () => iterator };
    };
    const note = (text: string) => (state.isFree ? tools.noteAnyTime(text) : tools.note(text));
    const call = () => {
      try {
        return mapLimit(from(), n, f);
      } catch (error) {
        tools.note('it throws in the call');
        throw error;
      }
    };
    try {
      const result = call();
      note(`it fulfils with ${tools.say(await result)}`);
    } catch (error) {
      note(`it rejects with ${error instanceof RangeError ? 'a RangeError' : tools.say(error)}`);
    }
  },
});
