// Assumes that the order of two stores does not matter, as they stand side by side. (B may look between them.)
// Fails: 'flagFirst': A says that it is ready, and stores the text
// Says: B may load both between these two steps
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string[]> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '42'],
  };
}
