/** What random scenes are made of, as plain data: a scene that was printed can be read, and run again. */
import fc from 'fast-check';
import { REASONS, VALUES } from './palette.ts';
import type { Thenable } from './thenables.ts';

/** Primes, so that no step divides them, and few, so that much happens in the same ms. */
const TIMES = [1, 2, 3, 5, 7, 11, 13, 23, 53];

/** In ms, at least 1. */
export const time = fc.constantFrom(...TIMES);

/** A smaller scene has the first of several kinds. */
const SHRINKS = { withCrossShrink: true };

/** In ms; often 0. */
export const delay = fc.oneof(SHRINKS, fc.constant(0), time);

/** A value that is easily taken for something else. */
export const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  fc.constant(undefined),
);

/** What a promise may reject with. */
export const reason = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...REASONS) },
  fc.constant(undefined),
);

/** True one time in four. */
export const rarely = fc.nat(3).map((n) => n === 3);

/** How a call passes what it iterates over. */
export const iterable = fc.constantFrom('list' as const, 'generator' as const, 'set' as const);

/** With none of these, it fulfils with its name in capitals. */
export interface Ending {
  readonly fulfils?: unknown;
  readonly rejects?: unknown;
  /** Rejects with an error that no other work has. */
  readonly fails?: true;
}

export interface Work extends Ending {
  /** In ms. Without it, it has settled when its promise is returned. */
  readonly takes?: number;
  /** How long it takes to stop once it is told to, in ms. */
  readonly stopsIn?: number;
  /** It rejects with this when it has stopped. */
  readonly stopsWith?: unknown;
  /** It ignores its signal. */
  readonly deaf?: true;
  /** It never settles, unless it is told to stop. */
  readonly never?: true;
  /** The call itself throws its reason. */
  readonly throws?: true;
  /**
   * Its promise is no Promise, but something else with a `then`; that of `nested` passes on another one. If it has
   * settled, its `then` calls the handler during the call.
   */
  readonly thenable?: Thenable;
}

/** In a list: the same thing as the one at that place before it, if there is one; or a value as it is. */
export type Item = Work & { readonly again?: number; readonly plain?: unknown };

/** What may be in a list, beside work that takes time and fulfils or rejects. */
export interface Kinds {
  /** Work that has settled before: any, or only one of those that reject, where which of them counts is free. */
  readonly settled?: 'any' | 'one rejects';
  /** How often; sometimes without it. */
  readonly rejects?: keyof typeof REJECTS;
  /** Work that does not settle. */
  readonly never?: boolean;
  readonly stops?: boolean;
  readonly throws?: boolean;
  readonly thenables?: readonly Thenable[];
  readonly again?: boolean;
  readonly plain?: boolean;
  /** How many at the most; 5 without it. */
  readonly most?: number;
}

const fulfilled: fc.Arbitrary<Ending> = fc.oneof(
  SHRINKS,
  fc.constant({}),
  fc.record({ fulfils: value }),
);
const rejected: fc.Arbitrary<Ending> = fc.oneof(
  SHRINKS,
  fc.constant({ fails: true as const }),
  fc.record({ rejects: reason }),
);

/** How often it rejects beside 12 times that it fulfils. */
const REJECTS = { never: 0, rarely: 1, sometimes: 4, often: 24 };

export function ending({ rejects = 'sometimes' }: Kinds = {}): fc.Arbitrary<Ending> {
  return fc.oneof(
    SHRINKS,
    { weight: 12, arbitrary: fulfilled },
    { weight: REJECTS[rejects], arbitrary: rejected },
  );
}

const stopping: fc.Arbitrary<Work> = fc.oneof(
  SHRINKS,
  fc.constant({}),
  fc.record({ stopsIn: time }),
  fc.record({ stopsIn: time, stopsWith: reason }),
  fc.constant({ deaf: true as const }),
);

export function work(kinds: Kinds = {}): fc.Arbitrary<Work> {
  const { settled, never, stops, throws, thenables } = kinds;
  const parts = (...all: fc.Arbitrary<Work>[]) =>
    fc.tuple(...all).map((parts): Work => Object.assign({}, ...parts));
  const lasting = fc.record({ takes: time });
  const thenable = (kinds: readonly Thenable[]): fc.Arbitrary<Work> => {
    const all = { takes: time, thenable: fc.constantFrom(...kinds) };
    return fc.record(all, { requiredKeys: settled ? ['thenable'] : ['takes', 'thenable'] });
  };
  const thrown = parts(rejected, fc.constant({ throws: true as const }));
  return fc.oneof(
    SHRINKS,
    { weight: 6, arbitrary: parts(lasting, ending(kinds), stops ? stopping : fc.constant({})) },
    ...(settled ? [{ weight: 2, arbitrary: ending(kinds) as fc.Arbitrary<Work> }] : []),
    ...(never ? [{ weight: 1, arbitrary: fc.constant<Work>({ never: true }) }] : []),
    ...(throws ? [{ weight: 1, arbitrary: thrown }] : []),
    ...(thenables ? [{ weight: 2, arbitrary: parts(thenable(thenables), ending(kinds)) }] : []),
  );
}

/** A list of work and of what else these kinds name. */
export function items(kinds: Kinds = {}): fc.Arbitrary<Item[]> {
  const item = fc.oneof(
    SHRINKS,
    { weight: 8, arbitrary: work(kinds) as fc.Arbitrary<Item> },
    ...(kinds.again ? [{ weight: 2, arbitrary: fc.record({ again: fc.nat(3) }) }] : []),
    ...(kinds.plain ? [{ weight: 2, arbitrary: fc.record({ plain: value }) }] : []),
  );
  const list = fc.array(item, { maxLength: kinds.most ?? 5, size: 'max' });
  return kinds.settled === 'one rejects' ? list.map(onlyOneHasRejected) : list;
}

export function hasRejected(item: Item): boolean {
  return item.takes === undefined && !item.never && ('rejects' in item || item.fails === true);
}

function onlyOneHasRejected(list: readonly Item[]): Item[] {
  const first = list.findIndex(hasRejected);
  return list.map((item, i) => (hasRejected(item) && i > first ? { ...item, takes: 1 } : item));
}
