// Writes a comma between the two numbers that have been returned.
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Says: what A has returned, and what B has returned
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['0,1', '1,0', '1,1'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
