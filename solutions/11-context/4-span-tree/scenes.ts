import { fc, scenes, type Work, work } from '#scenes';
import type { Tracer } from '../4-span-tree.ts';

const call = fc.record({
  work: work({ rejects: 'sometimes', throws: true }),
  /** Which of those before it begins this one; 0 is the scene itself. */
  by: fc.nat(5),
  /** Before the other one waits, when that has done its work, or in a while, when it may have ended. */
  when: fc.constantFrom('first' as const, 'then' as const, 'later' as const),
  name: fc.constantFrom('its own', 'same', 'same', ''),
  /** It is for a second tracer. */
  isApart: fc.nat(5).map((n) => n === 5),
});

/** All work takes an even number of ms, so nothing else happens in the ms in which the tree is read. */
const READ_AT = 9;

type Class = typeof import('../4-span-tree.ts').Tracer;

/** Of each answer: two tracers that no scene is using, and in how many they were. */
const free = new Map<Class, { tracers: [Tracer, Tracer]; scenes: number }[]>();

/**
 * On Node 20 and 22, each promise pays for each AsyncLocalStorage that there ever was. So a tracer takes part in several
 * scenes, and what is read is what it got in this one.
 */
function borrow(answer: Class) {
  const all = free.get(answer) ?? [];
  free.set(answer, all);
  const pair = all.pop() ?? {
    tracers: [new answer(), new answer()] as [Tracer, Tracer],
    scenes: 0,
  };
  const since = (tracer: Tracer) => ({ tracer, from: tracer.roots.length });
  const putBack = () => {
    if (++pair.scenes < 20) all.push(pair);
  };
  return [[since(pair.tracers[0]), since(pair.tracers[1])], putBack] as const;
}

scenes(import.meta.dirname, {
  timers: true,
  excuses: {
    'wrong-same-function-once': 'No function is called twice.',
    'wrong-joins-the-same-function': 'No function is called twice.',
    'wrong-a-hundred-at-most': 'There are fewer calls.',
    'wrong-cuts-the-name': 'No name looks like a path.',
    'wrong-handles-the-rejection': 'Each rejection is handled.',
    'wrong-ten-deep': 'There are too few calls for ten levels.',
  },
  input: fc.record({ calls: fc.array(call, { minLength: 1, maxLength: 7, size: 'max' }) }),
  async call(answer: typeof import('../4-span-tree.ts'), { calls }, tools) {
    const { tree, sleep } = tools.lab;
    const [tracers, putBack] = borrow(answer.Tracer);
    const read = (when: string) => {
      for (const { tracer, from } of tracers)
        tools.noteAnyTime(`${when}: ${tree(tracer.roots.slice(from)).join(' / ')}`);
    };
    const even = (one: Work): Work =>
      'takes' in one ? { ...one, takes: 2 * (one.takes ?? 1) } : one;
    const ops = calls.map((one, i) => tools.op(tools.name(i), even(one.work)));
    const settling: Promise<void>[] = [];
    const begin = (i: number) => {
      const one = calls[i] as (typeof calls)[number];
      const name = one.name === 'its own' ? tools.name(i) : one.name;
      const f = (...given: unknown[]) => {
        if (given.length > 0) tools.note(`'f' of span ${i} gets something`);
        beginAll(i + 1, 'first');
        void sleep(22).then(() => beginAll(i + 1, 'later'));
        const working = ops[i]?.(new AbortController().signal) as Promise<unknown>;
        return working.finally(() => beginAll(i + 1, 'then'));
      };
      settling.push(
        tools.settles(
          () => (one.isApart ? tracers[1] : tracers[0]).tracer.span(name, f),
          `span ${i}`,
        ),
      );
    };
    const beginAll = (by: number, when: 'first' | 'then' | 'later') => {
      for (const [i, one] of calls.entries())
        if (one.by % (i + 1) === by && one.when === when) begin(i);
    };
    void sleep(READ_AT).then(() => read('read early'));
    beginAll(0, 'first');
    await sleep(2);
    beginAll(0, 'then');
    await sleep(22);
    beginAll(0, 'later');
    await sleep(1000);
    for (const one of settling) await one;
    read('at the end');
    putBack();
  },
});
