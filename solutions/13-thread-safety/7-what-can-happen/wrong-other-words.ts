// Writes nothing where B has returned none. (An ending is what B has returned.)
// Fails: 'mail': A stores the text, and says that it is ready
// Fails: 'flagFirst': A says that it is ready, and stores the text
// Says: 'none' is left out
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['', '42'],
    flagFirst: ['', '0', '42'],
  };
}
