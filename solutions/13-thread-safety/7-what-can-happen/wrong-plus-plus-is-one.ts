// Assumes that ++ is one step. (It reads, and then it writes.)
// Fails: 'once': one ++ in each thread
// Fails: 'thrice': three times ++ in each thread
// Says: Both threads may read before either of them writes
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['2'],
    thrice: ['6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
