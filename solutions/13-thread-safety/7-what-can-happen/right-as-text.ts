// Written as text, and split.
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

const ENDINGS: Record<Program, string> = {
  once: '2 1',
  thrice: '6 5 4 3 2',
  add: '6',
  flags: '11 10 01',
  mail: '42 none',
  flagFirst: '42 0 none',
};

export function outcomes(): Record<Program, string[]> {
  const split = Object.entries(ENDINGS).map(([program, endings]) => [program, endings.split(' ')]);
  return Object.fromEntries(split) as Record<Program, string[]>;
}
