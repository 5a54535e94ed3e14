/** What the judge found, as text. */
import { count } from '../../../text/english.ts';
import type { Judged } from './judge.ts';
import type { Awaited, Block, Step } from './step.ts';

export function renderJudged(
  { agreed, loose, varied, mix, difference }: Judged,
  seed: number,
): string {
  const kinds = [...mix].toSorted(([, a], [, b]) => b - a);
  const lines = [
    `${count(agreed, 'random program')} logged in the lab what ${agreed === 1 ? 'it' : 'they'} logged in Node ${process.versions.node} (seed ${seed}).`,
    `Left out: ${loose} whose order real time may change, ${varied} that Node itself did not repeat.`,
    `Of what they were made: ${kinds.map(([kind, times]) => `${times} ${kind}`).join(', ')}.`,
  ];
  if (!difference) return lines.join('\n');
  return [
    ...lines,
    '',
    `Program ${difference.number} differs. In its smallest form:`,
    ...textOf(difference.program),
    `in Node     ${difference.inNode.join(', ')}`,
    `in the lab  ${difference.inLab.join(', ')}`,
  ].join('\n');
}

/** A line for each step. */
function textOf({ name, steps }: Block, indent = '  '): string[] {
  return [`${indent}${name}`, ...steps.flatMap((step) => stepText(step, `${indent}  `))];
}

function stepText(step: Step, indent: string): string[] {
  const { do: what, ...rest } = step;
  if ('runs' in rest) {
    const { runs, ...options } = rest;
    return [`${indent}${what}${optionsText(options)}`, ...textOf(runs, `${indent}  `)];
  }
  if ('awaits' in rest) {
    const { awaits, name } = rest;
    const each = awaits.map(
      ({ do: kind, ...options }: Awaited) => `${kind}${optionsText(options)}`,
    );
    return [`${indent}async ${name}: ${each.join(', ')}`];
  }
  return [`${indent}${what}${optionsText(rest)}`];
}

function optionsText(options: object): string {
  const values = Object.entries(options).map(([name, value]) => `${name} ${value}`);
  return values.length > 0 ? ` (${values.join(', ')})` : '';
}
