import { fc, scenes, type Work, work } from '#scenes';

const call = fc.record({
  work: work({ rejects: 'sometimes' }),
  /** Which of those before it begins this one; 0 is the scene itself. */
  by: fc.nat(5),
  /** Before the other one waits, when that has done its work, or in a while, when it may have ended. */
  when: fc.constantFrom('first' as const, 'then' as const, 'later' as const),
  isSameName: fc.boolean(),
  /** It is for a second tracer. */
  isApart: fc.nat(5).map((n) => n === 5),
});

/** All work takes an even number of ms, so nothing else happens in the ms in which the tree is read. */
const READ_AT = 9;

scenes(import.meta.dirname, {
  timers: true,
  excuses: {},
  input: fc.record({ calls: fc.array(call, { minLength: 1, maxLength: 7, size: 'max' }) }),
  async call({ Tracer }: typeof import('../4-span-tree.ts'), { calls }, tools) {
    const { tree, sleep } = tools.lab;
    const tracers = [new Tracer(), new Tracer()] as const;
    const read = (when: string) => {
      for (const { roots } of tracers)
        for (const line of tree(roots)) tools.noteAnyTime(`${when}: ${line}`);
    };
    const even = (one: Work): Work =>
      'takes' in one ? { ...one, takes: 2 * (one.takes ?? 1) } : one;
    const ops = calls.map((one, i) => tools.op(tools.name(i), even(one.work)));
    const settling: Promise<void>[] = [];
    const begin = (i: number) => {
      const one = calls[i] as (typeof calls)[number];
      const name = one.isSameName ? 'same' : tools.name(i);
      const f = async () => {
        beginAll(i + 1, 'first');
        void sleep(22).then(() => beginAll(i + 1, 'later'));
        const value = await ops[i]?.(new AbortController().signal);
        beginAll(i + 1, 'then');
        return value;
      };
      settling.push(tools.settles(() => tracers[one.isApart ? 1 : 0].span(name, f), `span ${i}`));
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
  },
});
