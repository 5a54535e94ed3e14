/**
 * The references of chapter 02, and every other right attempt at them, against what others have built:
 * p-queue, Node's own promises, and what its inspector knows of them. The same random script in virtual
 * time: everybody hears the same at the same ms.
 *
 * Differences in contract, and how they are kept out:
 * - Who waits for whose promise hears a microtask or two later. Nobody promises how many; so what each one
 *   hears is compared by itself, and not in the order within one ms.
 * - p-queue starts work a microtask after `add`, `spawn` at once: nobody looks within the same ms.
 * - What `f` throws `background` may tell at once, in the call; a promise tells it a microtask later.
 */
import { inspect } from 'node:util';
import fc from 'fast-check';
import PQueue from 'p-queue';
import { test } from 'vitest';
import type { Lab } from '../../lab/scene/scenario.ts';
import { answersNamed, expectSame, rarely } from './differential.ts';
import { Heard } from './heard.ts';

type Io<T> = () => Promise<T>;

interface TaskLike extends PromiseLike<unknown> {
  readonly status: string;
}
interface RegistryLike {
  spawn(name: string, f: Io<unknown>): void;
  running(): string[];
  idle(): Promise<void>;
}

type TaskClass = new (f: Io<unknown>) => TaskLike;
type Background = (f: () => unknown, onError: (error: unknown) => void) => void;

const tasks = await answersNamed<TaskClass>('02-tasks/2-task', 'Task');
const registries = await answersNamed<new () => RegistryLike>('02-tasks/3-registry', 'Registry');
const backgrounds = await answersNamed<Background>('02-tasks/4-background', 'background');

const ms = fc.integer({ min: 1, max: 9 });

test.each(tasks)("%s: its status is what Node's inspector knows of the promise", (_file, Task) => {
  const script = fc.record({
    takes: ms,
    fails: fc.boolean(),
    lookAt: fc.array(ms, { maxLength: 8 }),
  });
  const states = { pending: /<pending>/, failed: /<rejected>/, done: /./ };
  const stateOf = (promise: Promise<unknown>) => {
    const text = inspect(promise, { depth: 0 });
    return Object.entries(states).find(([, pattern]) => pattern.test(text))?.[0];
  };
  const play =
    (look: (f: Io<unknown>) => { hear: PromiseLike<unknown>; status: () => unknown }) =>
    async (
      { takes, fails, lookAt }: { takes: number; fails: boolean; lookAt: number[] },
      lab: Lab,
    ) => {
      const heard = new Heard(lab);
      const { hear, status } = look(lab.job('a', takes, { fails }));
      lookAt.forEach((at, i) => {
        lab.at(at, () => heard.note(i, status()));
      });
      await heard.listen(99, hear);
      heard.note(100, status());
      await lab.sleep(10);
      return heard.all;
    };
  return expectSame(
    script,
    play((f) => {
      const task = new Task(f);
      return { hear: task, status: () => task.status };
    }),
    play((f) => {
      const promise = f();
      return { hear: promise, status: () => stateOf(promise) };
    }),
  );
});

test.each(registries)('%s, as p-queue without a limit', (_file, Registry) => {
  const spawned = fc.array(fc.record({ at: ms, takes: ms, fails: rarely, next: fc.option(ms) }), {
    maxLength: 5,
  });
  const script = fc.record({
    spawned,
    idleAt: fc.array(ms, { maxLength: 4 }),
    lookAt: fc.array(ms),
  });
  type Script = typeof script extends fc.Arbitrary<infer One> ? One : never;
  const play =
    (make: () => RegistryLike) =>
    async ({ spawned, idleAt, lookAt }: Script, lab: Lab) => {
      const heard = new Heard(lab);
      const registry = make();
      spawned.forEach(({ at, takes, fails, next: nextTakes }, i) => {
        const work = lab.job(`job ${i}`, takes, { fails });
        const next = nextTakes === null ? undefined : lab.job(`job ${i}, next`, nextTakes);
        lab.at(at, () =>
          registry.spawn(`job ${i}`, async () => {
            if (next) registry.spawn(`job ${i}, next`, next);
            await work();
          }),
        );
      });
      idleAt.forEach((at, i) => {
        lab.at(at, () => heard.listen(i, registry.idle()));
      });
      lookAt.forEach((at, i) => {
        lab.at(at, () => setImmediate(() => heard.note(100 + i, registry.running().sort())));
      });
      await lab.sleep(50);
      return heard.all;
    };
  return expectSame(
    script,
    play(() => new Registry()),
    play(() => asRegistry(new PQueue())),
  );
});

function asRegistry(queue: PQueue): RegistryLike {
  return {
    spawn: (name, f) => {
      queue.add(f, { id: name }).catch(() => {});
    },
    running: () => queue.runningTasks.map(({ id }) => id ?? ''),
    idle: () => queue.onIdle(),
  };
}

test.each(backgrounds)(
  '%s, as a promise that is resolved with what f gives',
  (_file, background) => {
    const kinds = fc.constantFrom('promise', 'thenable', 'value', 'throws');
    const script = fc.record({ kind: kinds, takes: ms, fails: fc.boolean() });
    type Script = typeof script extends fc.Arbitrary<infer One> ? One : never;
    const play =
      (start: Background) =>
      async ({ kind, takes, fails }: Script, lab: Lab) => {
        const f = () => {
          if (kind === 'value') return 42;
          if (kind === 'throws') throw new Error('f threw');
          const promise = lab.job('a', takes, { fails })();
          // biome-ignore lint/suspicious/noThenProperty: what is no promise and can be awaited
          return kind === 'promise' ? promise : { then: promise.then.bind(promise) };
        };
        const heard = new Heard(lab);
        const given = start(f, (error) => heard.note(0, error));
        heard.note(1, given);
        await lab.sleep(20);
        return heard.all;
      };
    return expectSame(
      script,
      play(background),
      play((f, onError) => {
        new Promise((resolve) => resolve(f())).catch(onError);
      }),
    );
  },
);
