// Assumes that both flags are set by the time that a thread looks. (One thread may be done before the other one begins.)
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Says: '01' is left out
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
