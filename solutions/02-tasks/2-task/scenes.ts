import { delay, fc, scenes, work } from '#scenes';

const handler = fc.constantFrom('none', 'returns', 'throws');

scenes(import.meta.dirname, {
  timers: true,
  duringCall: true,
  input: fc.record({
    f: work({ settled: 'any' }),
    name: fc.constantFrom(undefined, '', ' stew'),
    uses: fc.array(
      fc.record({
        at: delay,
        /** One of two tasks of the same work. */
        task: fc.nat(1),
        how: fc.constantFrom('status', 'result', 'await', 'then', 'then, and drop it'),
        onValue: handler,
        onError: handler,
      }),
      { maxLength: 5 },
    ),
  }),
  call({ Task }: typeof import('../2-task.ts'), { f, name, uses }, tools) {
    const work = tools.op(tools.name(0), f);
    const tasks = [0, 1].map(() => tools.during(() => new Task(work, name)));
    // Free: which of two tasks calls its handlers first.
    const voices = [0, 1].map((i) => tools.voice(`handlers of task ${i}`));
    const resultOf = (i: number) => {
      const { status } = tasks[i] as InstanceType<typeof Task>;
      try {
        return `${status}, with the result ${tools.say(tasks[i]?.result())}`;
      } catch (error) {
        if (status !== 'pending') return `${status}, with the error ${tools.say(error)}`;
        return `${status}, with ${error instanceof Error ? 'an Error' : 'no Error'}`;
      }
    };
    const all = uses.map(({ at, task: which, how, onValue, onError }, i) => {
      const task = tasks[which] as InstanceType<typeof Task>;
      let isCalling = false;
      const handlerOf = (how: string, what: string) => {
        if (how === 'none') return undefined;
        return (got: unknown) => {
          const when = isCalling ? ' during the call of then' : '';
          voices[which]?.(`${what} gets ${tools.say(got)}${when}; the task is ${resultOf(which)}`);
          if (how === 'throws') throw tools.label(new Error(what), `the error of ${what}`);
          return `result of ${what}`;
        };
      };
      return tools.at(at, () => {
        if (how === 'status') return tools.note(`status no. ${i} is ${task.status}`);
        if (how === 'result') return tools.note(`result no. ${i}: ${resultOf(which)}`);
        if (how === 'await') return tools.settles(async () => await task, `await no. ${i}`);
        isCalling = true;
        const chained = task.then(
          handlerOf(onValue, `onValue no. ${i}`),
          handlerOf(onError, `onError no. ${i}`),
        );
        isCalling = false;
        if (typeof chained.catch !== 'function') tools.note(`then no. ${i} returns no promise`);
        return how === 'then' ? tools.settles(() => chained, `then no. ${i}`) : undefined;
      });
    });
    for (const { name } of tasks) tools.note(`its name is '${name}'`);
    return Promise.all(all);
  },
});
