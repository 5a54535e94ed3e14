/** Text for terminals that cannot show more than ASCII: lessons and pictures go through here. */
import { GLYPHS_IN_ASCII } from './glyphs.ts';

const IN_ASCII: Readonly<Record<string, string>> = {
  ...GLYPHS_IN_ASCII,
  // Our own signs.
  '✓': '+',
  '·': '.',
  // Letters and marks of lessons and of specs.
  '…': '...',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '→': '->',
  '←': '<-',
  '×': 'x',
  '≤': '<=',
  '≥': '>=',
  '≈': '~',
  µ: 'u',
  μ: 'u',
  '\u00a0': ' ',
  // The frames around code that cannot be read.
  '│': '|',
  '╭': ',',
  '╰': '`',
  '╯': "'",
  '╮': '.',
  '┬': '|',
  '▴': '^',
};

/** Each character as ASCII that looks or reads like it; `?` for one that nothing looks like. */
export function toAscii(text: string): string {
  return text.replace(/[^\0-\x7f]/gu, (sign) => {
    const known = IN_ASCII[sign];
    if (known !== undefined) return known;
    // An accent may be left out; a letter may not.
    return (
      sign.normalize('NFKD').replace(/[^\0-\x7f]/gu, '') || (/\p{Mark}/u.test(sign) ? '' : '?')
    );
  });
}
