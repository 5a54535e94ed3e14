// Assumes that all increments but one can be lost. (The last ++ of a thread comes after two of its own.)
// Fails: 'thrice': three times ++ in each thread
// Says: its thread has written twice itself
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['1', '2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
