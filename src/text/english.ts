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
