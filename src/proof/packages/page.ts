import { count } from '../../text/english.ts';
import { breakLine } from '../../text/layout.ts';
import { type Style, terminalStyle } from '../../text/style.ts';
import { renderTable } from '../../text/table.ts';
import { PASS, type Tried, type TriedPackages } from './run.ts';

const HEADS = ['package', 'kata', 'answer', 'alone', 'crowd'];

/** Without its chapter, so that a row is a line. */
const nameOf = (kata: string) => kata.split('/').at(-1) as string;

/** A row an answer, then the problems, then the verdict. */
export function renderPackages(
  { answers, problems }: TriedPackages,
  style: Style = terminalStyle(),
): string {
  const rows = answers.map((answer) => rowOf(answer));
  const all = new Set(answers.flatMap(({ packages }) => packages));
  return [
    renderTable([HEADS, ...rows], style, style.width),
    '',
    ...problems.flatMap((problem) => [breakLine(problem, style.width), '']),
    problems.length === 0
      ? `All ${answers.length} answers on ${all.size} packages have the verdict that they should, in every order.`
      : `${count(problems.length, 'problem')} with ${count(answers.length, 'answer')}.`,
  ].join('\n');
}

function rowOf({ packages, kata, kind, alone, crowd }: Tried): string[] {
  const short = (verdict: string) => (verdict === PASS ? 'passes' : 'fails');
  const crowds = [...new Set(crowd.map(short))].join(' or ');
  // The one that it is named after; the others only help.
  return [packages[0] ?? '', nameOf(kata), kind, short(alone), crowds];
}
