// Leaves a list as it was in the stub.
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Says: TODO: fill in the endings
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: [],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
