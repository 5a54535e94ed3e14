import { delay, fc, scenes, type Work, work } from '#scenes';

const spawn = fc.record({
  do: fc.constant('spawn' as const),
  at: delay.map((ms) => 2 * ms),
  name: fc.constantFrom('stew', 'stew', 'rice', '', 'salt, pepper'),
  work: work({ settled: 'any' }),
  /** How often the same function is spawned. */
  times: fc.constantFrom(1, 1, 1, 2, 12),
  /** Each is spawned by the one before: the first at the beginning of its work, the others at the end. */
  more: fc.oneof(
    { weight: 3, arbitrary: fc.array(work(), { maxLength: 4 }) },
    fc.array(work(), { minLength: 12, maxLength: 12, size: 'max' }),
  ),
});
const running = fc.record({ do: fc.constant('running' as const), at: delay });
/** Free: whether 'idle' waits for work that is spawned in the same callback after it. So the ms is another one. */
const idle = fc.record({ do: fc.constant('idle' as const), at: delay.map((ms) => 2 * ms + 1) });

scenes(import.meta.dirname, {
  timers: true,
  duringCall: true,
  input: fc.array(fc.oneof({ weight: 2, arbitrary: spawn }, running, idle), {
    maxLength: 8,
    size: 'max',
  }),
  async call({ Registry }: typeof import('../3-registry.ts'), uses, tools) {
    const registry = new Registry();
    const look = (when: string) => {
      const list = registry.running();
      tools.note(`running ${when}: ${tools.say(list)}`);
      tools.keeps(list, `the list ${when}`);
      // It belongs to the caller.
      registry.running().push('no work');
    };
    const working = (name: string, id: string, first: Work, more: Work[], isLate = false) => {
      const start = tools.op(id, first);
      const [next, ...rest] = more;
      const goOn = () => next && registry.spawn(name, working(name, `${id}'`, next, rest, true));
      return async () => {
        look(`in ${id}`);
        if (!isLate) goOn();
        await start();
        if (isLate) goOn();
      };
    };
    const all = uses.map((use, i) =>
      tools.at(use.at, () => {
        if (use.do === 'running') return look(`at no. ${i}`);
        if (use.do === 'idle') return tools.settles(() => registry.idle(), `idle no. ${i}`);
        const f = working(use.name, tools.name(i), use.work, use.more);
        for (let times = 0; times < use.times; times++) {
          const returned: unknown = tools.during(() => registry.spawn(use.name, f));
          if (returned !== undefined) tools.note(`spawn no. ${i} returns something`);
        }
      }),
    );
    await Promise.all(all);
    return tools.settles(() => registry.idle(), 'the last idle');
  },
});
