// Assumes that A takes its steps first, as it stands first.
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Says: '10' is left out
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
