import { delay, fc, type Item, rarely, scenes, value, work } from '#scenes';

/** Free: which comes first, the end of a body or a timer of that ms. Even times never meet odd ones. */
const even = (ms: number) => 2 * ms;
const odd = (ms: number) => 2 * ms + 1;

/** One reason, which looks like an Error for two. */
const TWO = Object.assign(new Error('two in one'), { error: 'late', suppressed: 'early' });

const THENABLE = { then: (fulfil: (value: string) => void) => fulfil('unwrapped') };

/** What a cleanup may do beside what work does. */
const ODD: Readonly<Record<string, () => unknown>> = {
  'fails with what looks like two': () => Promise.reject(TWO),
  'fails with a thenable': () => Promise.reject(THENABLE),
  'returns a function': () => () => Promise.reject('it was called'),
  'returns a list': () => [new Promise((resolve) => setImmediate(resolve))],
};

const kinds = { settled: 'any', throws: true } as const;
const some = fc.oneof(work(kinds), work({ ...kinds, rejects: 'often' }));
const thenables = work({ ...kinds, thenables: ['object', 'function', 'nested'] });
const anything: fc.Arbitrary<Item> = fc.oneof(some, thenables, fc.record({ plain: value }));

const timed = (item: Item) => (item.takes ? { ...item, takes: even(item.takes) } : item);

const cleanup = fc.record({
  does: anything.map(timed),
  /** It does that instead. */
  odd: fc.constantFrom(undefined, undefined, undefined, undefined, ...Object.keys(ODD)),
  /** Deferred at that ms, which may be too late, or in the call of the body. */
  at: fc.option(delay.map(odd)),
  /** Deferred a second time, after all others. */
  again: rarely,
  /** It calls `defer` itself. */
  defers: rarely,
});

scenes(import.meta.dirname, {
  timers: true,
  excuses: { 'wrong-ten-at-most': 'A scene has eight cleanups at the most.' },
  input: fc.record({
    body: some.map(timed),
    /** When the same body has a second scope. */
    second: fc.option(delay.map(odd)),
    cleanups: fc.array(cleanup, { maxLength: 4, size: 'max' }),
  }),
  call({ withScope }: typeof import('../1-scope.ts'), { body, second, cleanups }, tools) {
    tools.label(TWO, 'the Error that looks like two');
    tools.label(THENABLE, 'the thenable');
    const start = tools.op('body', body);
    let isCalling = false;
    const run = (defer: (cleanup: () => unknown) => void) => {
      tools.note(`the body is called ${isCalling ? 'during' : 'after'} the call`);
      const tryTo = (name: string, cleanup: () => unknown) => {
        try {
          defer(cleanup);
        } catch (error) {
          tools.note(`defer throws for ${name}: ${error instanceof Error && error.message}`);
        }
      };
      const all = cleanups.map(({ does, odd, at, again, defers }, i) => {
        const name = tools.name(i);
        const close = (...args: unknown[]) => {
          tools.note(`${name} is called with ${args.length} arguments`);
          if (defers) tryTo(`a cleanup of ${name}`, () => tools.note('a late one is called'));
          if (odd) return ODD[odd]?.();
          if (does.throws) return tools.op(name, does)();
          const before = Array.from({ length: i }, () => ({ plain: 0 }));
          return tools.inputs([...before, does]).at(-1);
        };
        tools.at(at ?? 0, () => tryTo(name, close));
        return () => again && tryTo(`${name} again`, close);
      });
      for (const again of all) again();
      return start();
    };
    const call = async (name: string) => {
      const all = () => {
        isCalling = true;
        const result = withScope(run);
        isCalling = false;
        return result;
      };
      const told = async () => {
        try {
          return { value: await all() };
        } catch (error) {
          return { reasons: reasonsIn(error) };
        }
      };
      await tools.settles(told, name);
    };
    const again = second === null ? undefined : tools.at(second, () => call('the second scope'));
    return Promise.all([call('the scope'), again]);
  },
});

/** The latest first. Free: how they nest. */
function reasonsIn(error: unknown): unknown[] {
  const isMade = error instanceof Error && 'error' in error && 'suppressed' in error;
  if (error === TWO || !isMade) return [error];
  const { error: later, suppressed } = error as unknown as Record<string, unknown>;
  return later === error ? ['a circle'] : [...reasonsIn(later), ...reasonsIn(suppressed)];
}
