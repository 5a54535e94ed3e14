// Returns a promise for the endings. (The function returns them.)
// Fails: 'once': one ++ in each thread
// Fails: 'thrice': three times ++ in each thread
// Fails: 'add': three times add in each thread
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Fails: 'mail': A stores the text, and says that it is ready
// Fails: 'flagFirst': A says that it is ready, and stores the text
// Says: What is foretold is Promise
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export async function outcomes(): Promise<Record<Program, string[]>> {
  return {
    once: ['1', '2'],
    thrice: ['2', '3', '4', '5', '6'],
    add: ['6'],
    flags: ['01', '10', '11'],
    mail: ['none', '42'],
    flagFirst: ['none', '0', '42'],
  };
}
