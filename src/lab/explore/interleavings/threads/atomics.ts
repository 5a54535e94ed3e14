/** `Atomics` as it is, taken before anything stands in front of it. */
export const OPERATIONS = [
  'load',
  'store',
  'add',
  'sub',
  'and',
  'or',
  'xor',
  'exchange',
  'compareExchange',
  'wait',
  'notify',
] as const;

export type Operation = (typeof OPERATIONS)[number];

export const atomics = Object.fromEntries(
  OPERATIONS.map((name) => [name, Atomics[name]]),
) as unknown as Pick<typeof Atomics, Operation>;
