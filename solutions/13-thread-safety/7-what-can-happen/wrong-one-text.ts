// Writes all endings of a program as one text. (They are a list.)
// Fails: 'once': one ++ in each thread
// Fails: 'thrice': three times ++ in each thread
// Fails: 'add': three times add in each thread
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Fails: 'mail': A stores the text, and says that it is ready
// Fails: 'flagFirst': A says that it is ready, and stores the text
// Says: expected a list of strings
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, string> {
  return {
    once: '1, 2',
    thrice: '2, 3, 4, 5, 6',
    add: '6',
    flags: '01, 10, 11',
    mail: 'none, 42',
    flagFirst: 'none, 0, 42',
  };
}
