// An ending for each interleaving, as it was found on paper: many stand there more than once.
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

const PAPER: [Program, string][] = [
  ['once', '1'],
  ['once', '2'],
  ['once', '1'],
  ['thrice', '6'],
  ['thrice', '2'],
  ['thrice', '4'],
  ['thrice', '3'],
  ['thrice', '5'],
  ['add', '6'],
  ['flags', '01'],
  ['flags', '11'],
  ['flags', '11'],
  ['flags', '10'],
  ['mail', 'none'],
  ['mail', 'none'],
  ['mail', '42'],
  ['flagFirst', 'none'],
  ['flagFirst', '0'],
  ['flagFirst', '42'],
  ['flagFirst', '42'],
];

export function outcomes(): Record<Program, string[]> {
  const lists: Record<Program, string[]> = {
    once: [],
    thrice: [],
    add: [],
    flags: [],
    mail: [],
    flagFirst: [],
  };
  for (const [program, ending] of PAPER) lists[program].push(ending);
  return lists;
}
