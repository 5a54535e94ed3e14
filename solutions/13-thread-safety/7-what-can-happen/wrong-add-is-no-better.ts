// Assumes that Atomics makes each access safe, and no more: an add still loses what comes in between. (It is one step.)
// Fails: 'add': three times add in each thread
// Says: no other thread comes between its read and its write
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['2', '3', '4', '5', '6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
