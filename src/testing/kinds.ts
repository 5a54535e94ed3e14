/** What is missing or wrong in the tables of docs/kinds.md, in sentences for the author of a kata. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Kata, katasOf } from '../course/katas.ts';

interface Table {
  readonly katas: readonly string[];
  /** The cells of each kind, one for each kata. */
  readonly rows: ReadonlyMap<string, readonly string[]>;
  /** Why a kind does not apply, by the letter that stands in the cells. */
  readonly reasons: ReadonlyMap<string, string>;
}

const PAGE = 'docs/kinds.md';
const HOW = 'Name a wrong attempt (`polls`), or write “– a” and the reason below the table.';

export function faultsIn(page: string, root: string): string[] {
  const kinds = [...partsOf(page, 'The kinds').keys()];
  const tables = new Map(
    [...partsOf(page, 'The katas')].map(([chapter, part]) => [chapter, tableIn(part)]),
  );
  const katas = katasOf(root);
  const chapters = new Set([...katas.map(({ chapter }) => chapter), ...tables.keys()]);
  return [...chapters]
    .flatMap((chapter) => {
      const own = katas.filter((kata) => kata.chapter === chapter);
      const table = tables.get(chapter);
      if (!table) return [`Add a table for ${chapter}, with a row for each kind. ${HOW}`];
      return [...columnFaults(chapter, table, own), ...rowFaults(chapter, table, kinds, own)];
    })
    .map((fault) => `${PAGE}: ${fault}`);
}

function columnFaults(chapter: string, { katas }: Table, own: readonly Kata[]): string[] {
  const missing = own.filter(({ name }) => !katas.includes(name));
  const strange = katas.filter((name) => !own.some((kata) => kata.name === name));
  return [
    ...missing.map(({ id }) => `Add a column for ${id}, and fill it for each kind. ${HOW}`),
    ...strange.map((name) => `${chapter}/${name} has a column, and is no kata.`),
  ];
}

function rowFaults(
  chapter: string,
  { katas, rows, reasons }: Table,
  kinds: readonly string[],
  own: readonly Kata[],
): string[] {
  const missing = kinds.filter((kind) => !rows.has(kind));
  const strange = [...rows.keys()].filter((kind) => !kinds.includes(kind));
  const cells = [...rows].flatMap(([kind, row]) =>
    own
      .filter(({ name }) => katas.includes(name))
      .map((kata) => ({ kind, kata, cell: row[katas.indexOf(kata.name)] ?? '' })),
  );
  const used = new Set(cells.map(({ cell }) => letterIn(cell)));
  return [
    ...missing.map((kind) => `The table for ${chapter} has no row for “${kind}”.`),
    ...strange.map((kind) => `“${kind}” has a row for ${chapter}, and no section of its own.`),
    ...cells.flatMap(({ kind, kata, cell }) =>
      cellFaults(cell, kata, reasons).map((fault) => `${kata.id}, “${kind}”: ${fault}`),
    ),
    ...[...reasons.keys()]
      .filter((letter) => !used.has(letter))
      .map((letter) => `No cell for ${chapter} has the reason “${letter}”.`),
  ];
}

function cellFaults(cell: string, kata: Kata, reasons: Table['reasons']): string[] {
  const letter = letterIn(cell);
  if (letter) return reasons.has(letter) ? [] : [`“– ${letter}” has no reason below the table.`];
  if (!/^`[\w-]+`(?:, `[\w-]+`)*$/.test(cell))
    return [`${cell ? `“${cell}” says nothing.` : 'The cell is empty.'} ${HOW}`];
  return [...cell.matchAll(/`([\w-]+)`/g)]
    .map(([, name]) => `wrong-${name}.ts`)
    .filter((file) => !existsSync(join(kata.attempts, file)))
    .map((file) => `There is no solutions/${kata.id}/${file}.`);
}

const letterIn = (cell: string) => /^– (?<letter>[a-z])$/.exec(cell)?.groups?.letter;

/** The parts of a section, by their headings. */
function partsOf(page: string, section: string): Map<string, string> {
  const body = split(page, '##').get(section) ?? '';
  return split(body, '###');
}

function split(text: string, marks: string): Map<string, string> {
  const [, ...parts] = text.split(new RegExp(`^${marks} `, 'm'));
  return new Map(
    parts.map((part) => {
      const [heading = '', ...lines] = part.split('\n');
      return [heading.trim(), lines.join('\n')] as const;
    }),
  );
}

function tableIn(part: string): Table {
  const [head = [], , ...rows] = part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
  return {
    katas: head.slice(1),
    rows: new Map(rows.map(([kind = '', ...cells]) => [kind, cells])),
    reasons: new Map(
      [...part.matchAll(/^- (?<letter>[a-z]): (?<why>.+)/gm)].map(
        ({ groups: { letter = '', why = '' } = {} }) => [letter, why],
      ),
    ),
  };
}
