// Assumes that two threads which run at the same time always collide. (One may be done before the other begins.)
// Fails: 'once': one ++ in each thread
// Fails: 'thrice': three times ++ in each thread
// Says: is an interleaving, too
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1'],
    thrice: ['2', '3', '4', '5'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
