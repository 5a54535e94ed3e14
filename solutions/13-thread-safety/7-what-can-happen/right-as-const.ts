// Lists that are made once, and cannot be changed.
export type Program = 'once' | 'thrice' | 'add' | 'flags' | 'mail' | 'flagFirst';

const ALL = Object.freeze({
  once: Object.freeze(['1', '2']),
  thrice: Object.freeze(['2', '3', '4', '5', '6']),
  add: Object.freeze(['6']),
  flags: Object.freeze(['01', '10', '11']),
  mail: Object.freeze(['none', '42']),
  flagFirst: Object.freeze(['none', '0', '42']),
});

export const outcomes = (): Record<Program, string[]> =>
  ALL as unknown as Record<Program, string[]>;
