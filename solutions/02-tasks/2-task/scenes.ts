import { delay, fc, scenes, work } from '#scenes';

const handler = fc.constantFrom('none', 'returns', 'throws');

scenes(import.meta.dirname, {
  timers: true,
  duringCall: true,
  input: fc.record({
    f: work({ settled: 'any' }),
    name: fc.constantFrom(undefined, '', 'stew'),
    uses: fc.array(
      fc.record({
        at: delay,
        how: fc.constantFrom('status', 'result', 'await', 'then'),
        onValue: handler,
        onError: handler,
      }),
      { maxLength: 5 },
    ),
  }),
  call({ Task }: typeof import('../2-task.ts'), { f, name, uses }, tools) {
    const task = tools.during(() => new Task(tools.op(tools.name(0), f), name));
    tools.note(`its name is '${task.name}'`);
    const handlerOf = (how: string, what: string) => {
      if (how === 'none') return undefined;
      return (got: unknown) => {
        tools.note(`${what} gets ${tools.say(got)}, and the status is ${task.status}`);
        if (how === 'throws') throw tools.label(new Error(what), `the error of ${what}`);
        return `result of ${what}`;
      };
    };
    const result = (i: number) => {
      if (task.status === 'pending') {
        try {
          task.result();
        } catch {
          return tools.note(`result no. ${i} throws`);
        }
      }
      try {
        tools.note(`result no. ${i} is ${tools.say(task.result())}`);
      } catch (error) {
        tools.note(`result no. ${i} throws ${tools.say(error)}`);
      }
    };
    return Promise.all(
      uses.map(({ at, how, onValue, onError }, i) =>
        tools.at(at, () => {
          if (how === 'status') return tools.note(`status no. ${i} is ${task.status}`);
          if (how === 'result') return result(i);
          if (how === 'await') return tools.settles(async () => await task, `await no. ${i}`);
          const chained = task.then(
            handlerOf(onValue, `onValue no. ${i}`),
            handlerOf(onError, `onError no. ${i}`),
          );
          return tools.settles(() => chained, `then no. ${i}`);
        }),
      ),
    );
  },
});
