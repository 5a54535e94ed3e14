// Writes an ending in another way, too: the number is the same, the string is not.
// Fails: 'once': one ++ in each thread
// Fails: 'add': three times add in each thread
// Says: without a zero in front
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2', '01', '02'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6', '06'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
