// Assumes that the count cannot end below what one thread has counted alone. (A thread may write an old number over all of it.)
// Fails: 'thrice': three times ++ in each thread
// Says: '2' is left out
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
