/** The values and reasons of the lab's palette, and those that its failures could not show in a few words. */
import { REASONS as ORDINARY, VALUES } from '../../lab/explore/palette.ts';

const inACircle: unknown[] = ['in a circle'];
inACircle.push(inACircle);

/** They cannot be turned into a text, or not into JSON. */
const ODD: readonly unknown[] = [
  Symbol('no text'),
  10n,
  inACircle,
  Object.create(null),
  {
    toString() {
      throw new Error('it has no text');
    },
  },
];

export { VALUES };
export const REASONS: readonly unknown[] = [...ORDINARY, ...ODD];

/** What is known by who it is: a copy is not the same. */
export const OBJECTS = [...VALUES, ...REASONS].filter((it) => Object(it) === it);
