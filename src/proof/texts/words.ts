import type { Kind, Text } from './texts.ts';

/** Words that no text uses, or not in the sense that they have here: docs/writing.md says why. */
const WRONG: readonly (readonly [words: RegExp, instead: string, only?: readonly Kind[]])[] = [
  [
    /\b(?:is|are|was|were|be|been) promised\b|\bpromises? (?:is|are|was|were) kept\b|\bkeeps? (?:every|each|all|its|the) promises?\b|\bevery promise (?:of|fails|is)\b|\bbreaks? the promise\b/i,
    'test; expected',
  ],
  [/\bunheard\b|\bhears?\b|\bheard\b|\bnobody listens\b/i, 'handled, unhandled'],
  [/\bwhoever\b|\bwhomever\b/i, 'the code; you'],
  [/\banew\b/i, 'again; new'],
  [/\bfor ever\b/i, 'never ends; never settles'],
  [/\bown accord\b|\bheeds?\b|\bmind that\b/i, 'plain words'],
  [/\bg(?:ive|ives|ave|iving|iven) way\b|\blets? others in\b/i, 'yields'],
  [/\bg(?:ive|ives|ave|iving|iven) control back\b/i, 'returns; synchronously'],
  [/\b(?:he|him|his|she|hers)\b/i, 'they'],
  [/\bunder way\b|\bat work\b/i, 'in flight; running'],
  [/\bcall(?:s|ed)? off\b/i, 'abort; cancel'],
  [/\bin turn\b|\bby turns\b/i, 'one after another'],
  [/\bfake clock\b/i, 'virtual clock'],
  [/\bdotted line\b/i, 'dashed line'],
  [/\bthen\.(?:\s|$)/, 'afterwards; first …, then …'],
  [/\bgives?\b|\bgave\b/i, 'returns; fulfils with', ['contract', 'title', 'failure']],
];

/** Its own page names what it forbids. */
const EXEMPT = 'docs/writing.md';

/** `katas/…/README.md:12: «whoever», better: the code; you`. */
export function wrongWords(texts: readonly Text[]): string[] {
  return texts
    .filter(({ file }) => file !== EXEMPT)
    .flatMap(({ kind, file, line, text }) =>
      WRONG.flatMap(([words, instead, only]) => {
        const found = (!only || only.includes(kind)) && words.exec(text)?.[0];
        return found ? [`${file}:${line}: «${found.trim()}», better: ${instead}`] : [];
      }),
    );
}

/** How long sentences are: words in each, on average, for each kind of text. */
export function wordsInSentences(texts: readonly Text[]): ReadonlyMap<Kind, number> {
  const kinds = [...new Set(texts.map(({ kind }) => kind))];
  return new Map(
    kinds.map((kind) => {
      const own = texts.filter((text) => text.kind === kind && !text.text.startsWith('|'));
      const sentences = own.flatMap(({ text }) => text.split(/(?<=[.?!:])\s+/)).filter(Boolean);
      const words = sentences.flatMap((sentence) => sentence.match(/[\p{L}\p{N}…'’-]+/gu) ?? []);
      return [kind, words.length / Math.max(1, sentences.length)];
    }),
  );
}
