// Writes numbers. (An ending is a string.)
// Fails: 'once': one ++ in each thread
// Fails: 'thrice': three times ++ in each thread
// Fails: 'add': three times add in each thread
// Says: expected a string
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, (string | number)[]> {
  return {
    once: [1, 2],
    thrice: [2, 3, 4, 5, 6],
    add: [6],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
