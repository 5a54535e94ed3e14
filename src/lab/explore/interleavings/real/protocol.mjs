/** Where what stands in the control memory of a thread: each has so many cells of its own. */
export const CELLS = 64;

/** What the thread says, and what it is told; both sleep on these. */
export const [STATE, ORDER] = [0, 16];

/** Its next step: the kind, the cell, how many operands, the operands; and what the step returned. */
export const [KIND, CELL, COUNT, OPERANDS, RESULT] = [32, 33, 34, 36, 40];

export const STATES = { starting: 0, ready: 1, running: 2, atStep: 3, done: 4, threw: 5 };

export const ORDERS = { none: 0, go: 1 };

/** The functions of Atomics. */
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
];

/** By their numbers. */
export const KINDS = ['read', 'write', ...OPERATIONS, 'take', 'try', 'release'];

/** An operand that was not given. */
export const NONE = -0x7fffffff;
