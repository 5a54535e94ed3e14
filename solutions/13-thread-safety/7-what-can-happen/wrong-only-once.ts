// Takes the lists out of a table of its own: the next call finds them empty.
// Fails: 'thrice': three times ++ in each thread
// Fails: 'add': three times add in each thread
// Fails: 'flags': each thread sets its flag, and looks at the other one
// Fails: 'mail': A stores the text, and says that it is ready
// Fails: 'flagFirst': A says that it is ready, and stores the text
// Says: the list of them is empty
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

const left = new Map<Program, string[]>([
  ['once', ['1', '2']],
  ['thrice', ['2', '3', '4', '5', '6']],
  ['add', ['6']],
  ['flags', ['01', '10', '11']],
  ['mail', ['none', '42']],
  ['flagFirst', ['none', '0', '42']],
]);

export function outcomes(): Record<Program, string[]> {
  const take = (program: Program) => left.get(program)?.splice(0) ?? [];
  return {
    once: take('once'),
    thrice: take('thrice'),
    add: take('add'),
    flags: take('flags'),
    mail: take('mail'),
    flagFirst: take('flagFirst'),
  };
}
