/** Every text that a person reads here, with the place where it stands. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseSync, Visitor } from 'rolldown/utils';

/**
 * `page`: for everybody who comes to the repository; `lesson`; `contract`: comments on stubs, references and
 * specs; `title` of a test; `attempt`: comments in it, the first of which `npm run compare` shows; `failure`:
 * what the lab says; `screen`: what commands print.
 */
export type Kind = 'page' | 'lesson' | 'contract' | 'title' | 'attempt' | 'failure' | 'screen';

export interface Text {
  readonly kind: Kind;
  /** Below the root, with slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
}

const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs', 'src'];

/** Yields after each file: a worker that blocks its thread for a second is taken for code that never ends. */
export async function textsIn(root: string): Promise<Text[]> {
  const pages = PAGES.flatMap((part) => filesBelow(root, part)).filter((file) =>
    file.endsWith('.md'),
  );
  const lessons = filesBelow(root, 'katas').filter((file) => file.endsWith('.md'));
  const code = ['katas', 'solutions', 'src'].flatMap((part) => filesBelow(root, part));
  const texts: Text[] = [];
  for (const file of [...pages, ...lessons, ...code.filter(isRead)]) {
    texts.push(...textsOf(root, file));
    await setImmediate();
  }
  return texts;
}

function textsOf(root: string, file: string): Text[] {
  if (!file.endsWith('.md')) return codeIn(root, file);
  return markdownIn(root, file, file.startsWith('katas/') ? 'lesson' : 'page');
}

function filesBelow(root: string, part: string): string[] {
  if (!existsSync(join(root, part))) return [];
  if (part.includes('.')) return [part];
  return readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
    .map((name) => `${part}/${name.replaceAll('\\', '/')}`)
    .sort();
}

/** Tests of ours, what is only for them, and what learners never see. */
function isRead(file: string): boolean {
  return (
    /\.m?ts$/.test(file) &&
    !/\.test\.ts$|^src\/(testing|proof\/oracles|proof\/packages\/answers)\//.test(file)
  );
}

/** Paragraph by paragraph; code is no text. */
function markdownIn(root: string, file: string, kind: Kind): Text[] {
  const plain = read(root, file)
    .replace(/^```[\s\S]*?^```/gm, blank)
    .replace(/`[^`\n]*`/g, blank);
  return [...plain.matchAll(/(?:^.*\S.*(?:\n|$))+/gm)].flatMap((paragraph) =>
    // An item of a list, a row of a table: each is a text of its own.
    [
      ...paragraph[0].matchAll(
        /(?:^(?!\s*(?:[-*|]|\d+\.)\s)|^\s*(?:[-*|]|\d+\.)\s).*\n?(?:^(?!\s*(?:[-*|]|\d+\.)\s).*\n?)*/gm,
      ),
    ].map((part) => ({
      kind,
      file,
      line: lineAt(plain, paragraph.index + part.index),
      text: part[0].replace(/\s+/g, ' ').trim(),
    })),
  );
}

/** Leaves the lines where they are, and one word for what was there. */
const blank = (code: string) => `…${code.replace(/[^\n]/g, '').slice(0)}`;

function codeIn(root: string, file: string): Text[] {
  const source = read(root, file);
  const { program, comments } = parseSync(file, source);
  const texts: Text[] = [];
  const add = (kind: Kind, at: number, text: string) =>
    texts.push({ kind, file, line: lineAt(source, at), text: text.replace(/\s+/g, ' ').trim() });
  const own = kindOf(file);
  if (own === 'contract' || own === 'attempt')
    for (const { value, start } of comments)
      if (!/^ (Fails|Says): /.test(value))
        add(own, start, value.replace(/^\s*\*/gm, '').replace(/`[^`]*`/g, '…'));
  const kind = file.endsWith('.spec.ts') ? 'title' : own;
  if (kind === 'attempt' || kind === 'contract') return texts;
  new Visitor({
    Literal: ({ value, start }) => {
      if (typeof value === 'string' && isWords(value)) add(kind, start, value);
    },
    TemplateLiteral: ({ quasis, start }) => {
      const words = quasis.map(({ value }) => value.cooked).join('…');
      if (isWords(words)) add(kind, start, words);
    },
  }).visit(program);
  return texts;
}

function kindOf(file: string): Kind {
  if (/^solutions\/.*\/scenes\.ts$/.test(file)) return 'screen';
  if (/^solutions\/[^/]+\/[^/]+\/[^/]+\.ts$/.test(file)) return 'attempt';
  if (/^(katas|solutions)\//.test(file)) return 'contract';
  return file.startsWith('src/lab/') ? 'failure' : 'screen';
}

/** Two words at least, and no path. */
function isWords(text: string): boolean {
  return /[a-z…]{2,}[,.;:]? [a-z…]/i.test(text) && !/^\s*(?:npm|npx|git|node) /.test(text);
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n');
}

function lineAt(source: string, at: number): number {
  return source.slice(0, at).split('\n').length;
}
