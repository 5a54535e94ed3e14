// Assumes that an increment can vanish without a trace: the count is still 0. (Each ++ writes at least 1.)
// Fails: 'once': one ++ in each thread
// Fails: 'thrice': three times ++ in each thread
// Says: no number is below 0
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['0', '1', '2'],
    thrice: ['0', '1', '2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
