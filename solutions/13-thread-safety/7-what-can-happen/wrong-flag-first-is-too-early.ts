// Assumes that B is always too early if the flag comes first. (A may have done both steps before B looks.)
// Fails: 'flagFirst': A says that it is ready, and stores the text
// Says: '42' is left out
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0'],
  };
}
