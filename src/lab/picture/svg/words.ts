/** Words in a drawing, and how much room there is for them. */

export const MOST_ROWS = 60;
export const LONGEST_NOTE = 32;
export const ROW = 22;
export const BAR = 12;
export const LETTER = 7;

export function text(x: number, y: number, words: string, style = '', anchor = 'start'): string {
  // What a learner's code logs is shown too: XML knows no control characters, a URL no half a letter.
  const shown = words.replace(/[\p{Cc}\p{Cs}]/gu, '\ufffd');
  const escaped = shown.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  return `<text x="${round(x)}" y="${round(y)}"${style && ` class="${style}"`} text-anchor="${anchor}">${escaped}</text>`;
}

export function fit(words: string, longest: number): string {
  const letters = [...words];
  return letters.length > longest ? `${letters.slice(0, longest - 1).join('')}…` : words;
}

export function round(n: number): number {
  return Math.round(n * 10) / 10;
}
