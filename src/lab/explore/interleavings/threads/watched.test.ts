import { expect, test } from 'vitest';
import { interleaved } from '../../../../testing/said-of-interleavings.ts';
import type { State } from '../states/state.ts';
import { sayStep } from '../words.ts';

/** What one thread does to the cells 30, 10 and 20, step by step, and what it returns. */
async function stepsOf(code: (memory: Int32Array) => unknown) {
  const run = await interleaved({
    kata: {},
    scene: {
      cells: ['a', 'b', 'c'],
      initial: { a: 30, b: 10, c: 20 },
      threads: { A: (_, memory) => code(memory) },
    },
  });
  const steps: string[] = [];
  let state: State = run.first;
  for (let [step] = state.steps; step; [step] = state.steps) {
    steps.push(sayStep(run, step));
    state = step.to;
  }
  const { end, memory } = state;
  return { steps, memory, returned: end?.kind === 'done' ? end.returned[0] : run.unfit };
}

test.each<[string, (memory: Int32Array) => unknown, returned: unknown, steps: string[]]>([
  ['at', (memory) => memory.at(-1), 20, ['read c: 20']],
  ['slice', (memory) => [...memory.slice(1)], [10, 20], ['read b: 10', 'read c: 20']],
  ['indexOf', (memory) => memory.indexOf(10), 1, ['read a: 30', 'read b: 10']],
  ['some', (memory) => memory.some((value) => value > 0), true, ['read a: 30']],
  [
    'a loop that is left',
    (memory) => {
      for (const value of memory) return value;
    },
    30,
    ['read a: 30'],
  ],
  [
    'toSorted',
    (memory) => [...memory.subarray(1).toSorted()],
    [10, 20],
    ['read b: 10', 'read c: 20'],
  ],
])('%s: each cell that it reads is a step, and no other', async (_, code, returned, steps) => {
  expect(await stepsOf(code)).toEqual({ returned, steps, memory: [30, 10, 20] });
});

test.each<[string, (memory: Int32Array) => unknown, memory: number[]]>([
  ['fill', (memory) => memory.fill(7, -1), [30, 10, 7]],
  ['set', (memory) => memory.set([7], 2), [30, 10, 7]],
  ['copyWithin', (memory) => memory.copyWithin(0, 1), [10, 20, 20]],
  ['reverse', (memory) => memory.reverse(), [20, 10, 30]],
  ['sort', (memory) => memory.sort(), [10, 20, 30]],
])('%s: what it writes is a step, and is there afterwards', async (_, code, memory) => {
  const did = await stepsOf((memory) => void code(memory));
  expect(did).toMatchObject({ returned: undefined, memory });
  expect(did.steps.some((step) => step.startsWith('write'))).toBe(true);
});

test('an index of Atomics is cut as theirs is: without one, it is cell 0', async () => {
  const code = (memory: Int32Array) => {
    const load = Atomics.load as (memory: Int32Array, index?: unknown) => number;
    return [load(memory), load(memory, 1.5), load(memory, '2')];
  };
  const { steps, returned } = await stepsOf(code);
  expect(steps).toEqual(['load a: 30', 'load b: 10', 'load c: 20']);
  expect(returned).toEqual([30, 10, 20]);
});
