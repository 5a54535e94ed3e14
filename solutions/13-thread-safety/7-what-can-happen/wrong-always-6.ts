// Assumes that six increments make 6. (It knows that two may collide, and forgets it in a loop.)
// Fails: 'thrice': three times ++ in each thread
// Says: '2' is left out
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
