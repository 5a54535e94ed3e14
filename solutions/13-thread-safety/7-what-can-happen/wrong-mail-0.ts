// Assumes that stores may arrive in any order, also those of Atomics. (They keep their order.)
// Fails: 'mail': A stores the text, and says that it is ready
// Says: ready is stored last
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '0', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
