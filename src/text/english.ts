/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `a, b and 3 more`: so many words of a list, where it is longer than that by more than one. */
export function few(words: readonly string[], most: number): string {
  const more = words.length - most;
  return more > 1 ? `${words.slice(0, most).join(', ')} and ${more} more` : words.join(', ');
}

/** `1 time`, `2 times`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** `1st`, `2nd`, `3rd`, `4th`, `11th`, `21st`. */
export function ordinal(n: number): string {
  const isTeen = n % 100 > 10 && n % 100 < 14;
  return `${n}${(isTeen ? undefined : ['', 'st', 'nd', 'rd'][n % 10]) || 'th'}`;
}

/** `is` of one, `are` of more or of none. */
export function is(n: number): string {
  return n === 1 ? 'is' : 'are';
}

/** `was` of one, `were` of more or of none. */
export function was(n: number): string {
  return n === 1 ? 'was' : 'were';
}

/** `a was`, `a and b were`. */
export function were(words: readonly string[]): string {
  return `${list(words)} ${was(words.length)}`;
}

/** `'a'`: the name of a piece of work, so that nobody reads it as a word. */
export function quote(name: string): string {
  return `'${name}'`;
}

/** `'a'`, `'a' and 'b'`. */
export function quoted(names: readonly string[]): string {
  return list(names.map(quote));
}
