// Returns sets. (An ending that comes twice in a list is no mistake.)
// Fails: 'once': one ++ in each thread
// Fails: 'thrice': three times ++ in each thread
// Fails: 'add': three times add in each thread
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Fails: 'mail': A stores the text, and says that it is ready
// Fails: 'flagFirst': A says that it is ready, and stores the text
// Says: expected a list of strings
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

export function outcomes(): Record<Program, Set<string>> {
  return {
    once: new Set(['1', '2']),
    thrice: new Set(['2', '3', '4', '5', '6']),
    add: new Set(['6']),
    flags: new Set(['01', '10', '11']),
    mail: new Set(['none', '42']),
    flagFirst: new Set(['none', '0', '42']),
  };
}
