import { expect, test } from 'vitest';
import { increments, tally } from '../../../../testing/programs/threads.ts';
import { interleaved } from '../../../../testing/said-of-interleavings.ts';
import { fewestSwitches } from './paths.ts';

test('where no state is asked for, no way is gone: that would take seconds with many states', async () => {
  const run = await interleaved(tally(increments.plus));
  let ways = 0;
  const states = run.states.map((state) => ({
    ...state,
    get steps() {
      ways++;
      return state.steps;
    },
  }));
  expect(fewestSwitches({ ...run, states }, () => false)).toBeUndefined();
  expect(ways).toBe(0);
});
