// Assumes that both threads may see 0, if both look at the same time. (Both have stored before the later look.)
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Says: None of the 6 interleavings ends with '00'
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['00', '01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
