// mapSeries of async's; a reason travels in an Error, as async changes what is none.
import { mapSeries } from 'async';

class Failed extends Error {
  readonly reason: unknown;
  constructor(reason: unknown) {
    super();
    this.reason = reason;
  }
}

export const inOrder = <T>(steps: (() => Promise<T>)[]) =>
  mapSeries([...steps], async (step: () => Promise<T>) => {
    try {
      return await step();
    } catch (reason) {
      throw new Failed(reason);
    }
  }).catch((error: Failed) => {
    throw error.reason;
  });
