// p-waterfall: each step gets the results so far.
import pWaterfall from 'p-waterfall';

export const inOrder = <T>(steps: (() => Promise<T>)[]) =>
  pWaterfall(
    steps.map((step) => async (results: T[]) => [...results, await step()]) as never,
    [] as never,
  );
