import { delay, fc, scenes, value } from '#scenes';

/** Free: what becomes of an 'error' that was emitted with a falsy value, and is read later. */
const REASONS = [new Error('the door jams'), 'a text', { message: 'no Error' }];

const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ emit: value }) },
  { weight: 6, arbitrary: fc.constant('next' as const) },
  fc.constantFrom('end' as const, 'error' as const, 'return' as const),
);

/** After all steps: then it is over. */
const END = 61;

scenes(import.meta.dirname, {
  excuses: {
    'wrong-keeps-a-hundred': 'No scene has a hundred events.',
    'wrong-name-of-the-example': 'In these scenes, the events have the names of the example.',
  },
  timers: true,
  input: fc.record({
    steps: fc.array(fc.record({ at: delay, acts: fc.array(act, { minLength: 1, maxLength: 4 }) }), {
      minLength: 1,
      maxLength: 9,
      size: 'max',
    }),
    reason: fc.constantFrom(...REASONS),
    last: fc.constantFrom('end' as const, 'error' as const, 'return' as const),
  }),
  call({ fromEvents }: typeof import('../4-from-events.ts'), { steps, reason, last }, tools) {
    return tools.settles(async () => {
      const door = tools.lab.emitter('the door');
      const told = () => tools.note('another listener is told');
      const names = ['guest', 'closed', 'error'];
      const open = () => fromEvents<unknown>(door, 'guest', 'closed');
      const [guests, others] = [open(), open()];
      const settling: Promise<unknown>[] = [];
      let [isOver, returned, kept, pending, calls] = [false, false, 0, 0, 0];
      const next = (of = guests, who = 'next') => {
        const name = `${who} no. ${++calls}`;
        const called = async () => {
          const { done, value } = await of.next();
          // Free: whether the object is the same, and what is beside `done: true`.
          return done ? 'is done' : { value };
        };
        settling.push(tools.settles(called, name));
      };
      const doOne = (what: (typeof steps)[number]['acts'][number]) => {
        if (typeof what !== 'string') {
          door.emit('guest', what.emit, 'a second argument');
          if (isOver) return;
          if (pending > 0) pending--;
          else kept++;
        } else if (what === 'next') {
          // Free: what comes after `return()`, of what is kept.
          if (returned && kept > 0) return;
          if (kept > 0) kept--;
          else if (!isOver) pending++;
          next();
        } else if (what === 'return') {
          const called = async () => (await guests.return?.())?.done;
          settling.push(tools.settles(called, 'return'));
          returned = true;
          isOver = true;
        } else {
          // If no listener is there, an 'error' is thrown.
          if (what === 'error' && isOver && door.listenerCount('error') < 2) return;
          if (what === 'error' && !isOver && pending === 0) kept++;
          isOver = true;
          try {
            door.emit(what === 'end' ? 'closed' : 'error', what === 'end' ? 'last' : reason);
          } catch (error) {
            tools.note(`emit throws ${tools.say(error)}`);
          }
        }
      };
      for (const name of names) door.on(name, told);
      await Promise.all(steps.map((step) => tools.at(step.at, () => step.acts.forEach(doOne))));
      await tools.at(END, () => {
        if (!isOver) doOne(last);
        for (let i = kept; i >= 0; i--) doOne('next');
        for (const name of names) tools.note(`${name}: ${door.listenerCount(name)}`);
        const later = open();
        next(later, 'a later one');
        next(others, 'the other one');
        door.emit('guest', 'late');
        others.return?.();
        later.return?.();
      });
      for (const name of names) door.off(name, told);
      for (const one of settling) await one;
    });
  },
});
