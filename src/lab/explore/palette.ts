import { list, quote } from '../../text/english.ts';
import { show } from '../trace/value.ts';
import { inCase } from './cases.ts';

/** What code that asks `if (value)`, flattens, copies or looks for an Error takes for something else. */
const values = (): unknown[] => [
  'a value',
  undefined,
  null,
  0,
  '',
  false,
  Number.NaN,
  [],
  ['x', ['y']],
  new Error('this is a value'),
  'pending',
  // biome-ignore lint/suspicious/noThenProperty: no thenable, as its `then` cannot be called
  { then: 5 },
  Object.freeze({ frozen: true }),
  { status: 'rejected', reason: 'none' },
  // biome-ignore lint/suspicious/noThenProperty: a function may have one, too
  Object.assign(() => 'called', { then: 'no' }),
];

export const VALUES: readonly unknown[] = values();

/** What a promise may reject with; an Error is only the most usual of it. */
const reasons = (): unknown[] => [
  new Error('no bread'),
  undefined,
  null,
  0,
  '',
  false,
  'a text',
  Object.assign(new Error('stopped by its own'), { name: 'AbortError' }),
  new DOMException('The operation was aborted', 'AbortError'),
  Object.freeze(new TypeError('frozen')),
  { message: 'no Error' },
  new AggregateError([new Error('inside')], 'several'),
];

export const REASONS: readonly unknown[] = reasons();

type Verb<Name extends string> = string | { readonly [N in Name]?: string };

/**
 * Runs a check again and again, until each of these pieces of work has fulfilled with every value that is
 * easily taken for something else. A failure is preceded by the values.
 *
 * @param check gets a value for each name, as the job's `gives`
 * @param verb what a failure says of each name and its value; or of some names, where the others have the usual one
 */
export function eachValue<Name extends string>(
  names: readonly Name[],
  check: (values: Record<Name, unknown>) => Promise<void>,
  verb: Verb<Name> = {},
): Promise<void> {
  // Fresh ones: code that writes to an object must not change what a later check says.
  return each(values(), names, verb, 'fulfils with', check);
}

/**
 * The same with every reason that a promise may reject with.
 *
 * @param check gets a reason for each name, as the job's `failsWith`
 * @param verb what a failure says of each name and its reason; or of some names, where the others have the usual one
 * @param more reasons that only this kata's code may take for something else
 */
export function eachReason<Name extends string>(
  names: readonly Name[],
  check: (reasons: Record<Name, unknown>) => Promise<void>,
  verb: Verb<Name> = {},
  more: readonly unknown[] = [],
): Promise<void> {
  return each([...reasons(), ...more], names, verb, 'rejects with', check);
}

/** A name is quoted; words such as 'the body' are not. */
const nameOf = (name: string) => (name.startsWith('the ') ? name : quote(name));

async function each<Name extends string>(
  palette: readonly unknown[],
  names: readonly Name[],
  verb: Verb<Name>,
  usual: string,
  check: (dealt: Record<Name, unknown>) => Promise<void>,
): Promise<void> {
  for (const first of palette.keys()) {
    // Each piece has another one at a time, so that no two are mistaken for each other.
    const dealt = names.map((name, i) => [name, palette[(first + i) % palette.length]] as const);
    const says = (name: Name) => (typeof verb === 'string' ? verb : (verb[name] ?? usual));
    const words = () =>
      `When ${list(dealt.map(([name, it]) => `${nameOf(name)} ${says(name)} ${show(it)}`))}:`;
    await inCase(words, () => check(Object.fromEntries(dealt) as Record<Name, unknown>));
  }
}
