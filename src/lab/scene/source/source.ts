import type { VirtualClock } from '../../time/clock.ts';
import type { Recorder } from '../recorder.ts';
import { ByHand } from './by-hand.ts';
import { type AsyncSourceOptions, type Options, type SourceOptions, Steps } from './steps.ts';

/** Of a source `a` each item is a span `a` from when it is asked for, and its closing is a span `close a`. */
export interface Sources {
  <T>(name: string, items: readonly T[], options?: SourceOptions): Generator<T, undefined>;
  <T>(name: string, items: readonly T[], options: AsyncSourceOptions): AsyncGenerator<T, undefined>;
  <T>(
    name: string,
    items: readonly T[],
    options: Options,
  ): Generator<T, undefined> | AsyncGenerator<T, undefined>;
}

export function createSource<T>(
  recorder: Recorder,
  clock: VirtualClock,
  name: string,
  items: readonly T[],
  options: Options = {},
): Generator<T, undefined> | AsyncGenerator<T, undefined> {
  const steps = new Steps(recorder, clock, name, items, options);
  if (options.takes === undefined) return generatorOf(steps);
  return options.isByHand ? new ByHand(steps) : asyncGeneratorOf(steps);
}

function* generatorOf<T>(steps: Steps<T>): Generator<T, undefined> {
  try {
    for (let asked = steps.ask(); asked; asked = steps.ask()) yield asked.take();
    steps.isOver = true;
  } finally {
    steps.close()?.end();
  }
}

async function* asyncGeneratorOf<T>(steps: Steps<T>): AsyncGenerator<T, undefined> {
  try {
    for (let asked = steps.ask(); asked; asked = steps.ask()) {
      if (asked.wait) await asked.wait;
      yield asked.take();
    }
    await steps.untilTheEnd();
    steps.isOver = true;
  } finally {
    const closing = steps.close();
    if (closing?.wait) await closing.wait;
    closing?.end();
  }
}
