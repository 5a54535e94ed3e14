/** Random small programs against a plain enumeration of all their interleavings, and against real threads. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enumerate, run, type SmallProgram } from '../../../testing/programs/enumeration.ts';
import { interleave } from './interleave.ts';
import { isSeenOnRealThreads } from './real/lockstep.ts';
import { count, fewestSwitches, type Way } from './states/paths.ts';
import type { State } from './states/state.ts';

const CELLS = ['x', 'y'];

const steps = fc.array(
  fc.record({
    kind: fc.constantFrom('read', 'write', 'load', 'store', 'add', 'exchange', 'compareExchange'),
    cell: fc.nat(CELLS.length - 1),
    usesLast: fc.boolean(),
    value: fc.integer({ min: 0, max: 2 }),
  }),
  { maxLength: 4 },
);

const programs: fc.Arbitrary<SmallProgram> = fc.oneof(
  fc.tuple(steps, steps),
  fc.tuple(
    steps.map((all) => all.slice(0, 3)),
    steps.map((all) => all.slice(0, 3)),
    steps.map((all) => all.slice(0, 3)),
  ),
);

/** As text, each thread has its own steps in it: so it can be run on a real thread. */
const tried = (program: SmallProgram) => {
  const threads = program.map((steps, i) => {
    const code = `(kata, memory) => kata.run(${JSON.stringify(steps)}, memory)`;
    return [`T${i}`, new Function(`return ${code}`)()];
  });
  return interleave({ run }, { cells: CELLS, threads: Object.fromEntries(threads) });
};

const sayEnd = ({ memory, end, sleepers }: State) => {
  if (end?.kind === 'done') return `${memory} | ${end.returned}`;
  return end && `${memory} | asleep: ${sleepers.map(({ thread }) => thread)}`;
};

test('the same endings, and each as often', async () => {
  await fc.assert(
    fc.asyncProperty(programs, async (program) => {
      const found = await tried(program);
      const expected = enumerate(program, CELLS.length);
      const names = new Set(found.states.map(sayEnd).filter((name) => name !== undefined));
      const counted = [...names].map((name) => [
        name,
        count(found, (state) => sayEnd(state) === name).wrong,
      ]);
      expect(new Map(counted as [string, bigint][])).toEqual(expected);
      const sum = [...expected.values()].reduce((sum, n) => sum + n, 0n);
      expect(count(found, () => false).all).toBe(sum);
    }),
    { numRuns: 300 },
  );
});

test('each ending comes on real threads as well, in the steps that are told', async () => {
  await fc.assert(
    fc.asyncProperty(programs, fc.nat(), async (program, which) => {
      const found = await tried(program);
      const names = [...new Set(found.states.map(sayEnd).filter((name) => name !== undefined))];
      const name = names[which % names.length];
      const way = fewestSwitches(found, (state) => sayEnd(state) === name) as Way;
      // The same write three times in a row stands for a loop, and loops are not tried.
      fc.pre(!way.steps.some(({ rounds }) => rounds));
      expect(isSeenOnRealThreads(found, way)).toBe(true);
    }),
    { numRuns: 12 },
  );
});
