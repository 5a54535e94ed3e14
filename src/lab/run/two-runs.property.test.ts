/** What holds of runs that are under way together, and of one within another, whatever they do. */
import { AsyncResource } from 'node:async_hooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { traceAsText } from '../../proof/flaky/trace-as-text.ts';
import { type Program, perform, programs } from '../../testing/programs/work.ts';
import { install } from '../install.ts';
import type { Lab } from '../scene/scenario.ts';
import { observe } from './observe.ts';

install();

/** Keeps nothing of who calls it: it was bound before there was any run. */
const boundTimer = AsyncResource.bind((callback: () => void) => {
  setTimeout(callback, 2);
});

const nowhere = (message: string) => Object.assign(new Error(message), { stack: '' });

/** What may happen at some ms beside a program, each in a way of its own to lose one's run. */
const ODDITIES = {
  rejects: () => void Promise.reject(nowhere('never heard')),
  'is heard late': ({ sleep }: Lab) => {
    const late = Promise.reject(nowhere('heard late'));
    void sleep(3).then(() => late.catch(() => {}));
  },
  throws: () => {
    throw nowhere('in a timer');
  },
  'throws in a tick': () =>
    process.nextTick(() => {
      throw nowhere('in a tick');
    }),
  'throws in a microtask': () =>
    queueMicrotask(() => {
      throw nowhere('in a microtask');
    }),
  posts: ({ log, now }: Lab) => {
    const { port1, port2 } = new MessageChannel();
    port2.once('message', () => {
      log(`message at ${now()}`);
      port2.close();
    });
    port1.postMessage(1);
  },
  'sets a timer that was bound': ({ log, now }: Lab) =>
    boundTimer(() => log(`bound at ${now()}, ${performance.now()} by the clock`)),
  'sets an immediate': ({ log, now }: Lab) => setImmediate(() => log(`immediate at ${now()}`)),
} satisfies Record<string, (lab: Lab) => unknown>;

interface Scene {
  readonly program: Program;
  readonly odd: readonly { readonly does: keyof typeof ODDITIES; readonly at: number }[];
}

const scenes: fc.Arbitrary<Scene> = fc.record({
  program: programs(),
  odd: fc.array(
    fc.record({
      does: fc.constantFrom(...(Object.keys(ODDITIES) as (keyof typeof ODDITIES)[])),
      at: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 4 },
  ),
});

/** @param more happens in the scene at some ms */
async function play({ program, odd }: Scene, lab: Lab, more = () => {}): Promise<void> {
  for (const { does, at } of odd) setTimeout(() => ODDITIES[does](lab), at);
  more();
  await perform(program, lab);
}

const run = async (scene: Scene) => traceAsText(await observe((lab) => play(scene, lab)));

test('together they give the same traces as in turn', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(scenes, { minLength: 2, maxLength: 4 }), async (some) => {
      const together = await Promise.all(some.map(run));
      for (const [i, scene] of some.entries()) expect(together[i]).toBe(await run(scene));
    }),
  );
});

test('one that is begun by another gives the trace that it gives alone, and leaves no mark on the other', async () => {
  const nothing: Scene = { program: { do: 'inTurn', parts: [] }, odd: [] };
  /** The outer one begins these at some ms, together, and goes on when they are over. */
  const nested = async (outer: Scene, begun: number, inner: readonly Scene[]) => {
    let seen: readonly string[] = [];
    const trace = await observe((lab) =>
      play(outer, lab, () =>
        setTimeout(async () => {
          seen = await Promise.all(inner.map(run));
          lab.log('over');
        }, begun),
      ),
    );
    return { outer: traceAsText(trace), seen };
  };
  await fc.assert(
    fc.asyncProperty(
      scenes,
      fc.integer({ min: 1, max: 20 }),
      fc.array(scenes, { minLength: 1, maxLength: 2 }),
      async (outer, begun, inner) => {
        const { outer: trace, seen } = await nested(outer, begun, inner);
        expect(trace).toBe((await nested(outer, begun, [nothing])).outer);
        for (const [i, scene] of inner.entries())
          if (seen.length > 0) expect(seen[i]).toBe(await run(scene));
      },
    ),
  );
});
