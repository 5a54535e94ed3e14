// Assumes that one of the threads is always first, and sees nothing of the other one. (Both may store before either of them looks.)
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Says: Both threads may store before either of them loads
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
