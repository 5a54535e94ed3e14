/** The judge, on trial: it finds a difference, makes it small, and says it in words. */
import { expect, test } from 'vitest';
import { install } from '../../../lab/install.ts';
import { inTheLab } from './in-lab.ts';
import { judge } from './judge.ts';
import { renderJudged } from './page.ts';
import { type Block, kindsOf } from './step.ts';

install();

/** A lab in which an immediate never runs. */
async function withoutImmediates(program: Block) {
  const seen = await inTheLab(program);
  const lost = program.steps.filter(({ do: kind }) => kind === 'immediate');
  const names = lost.map((step) => ('runs' in step ? step.runs.name : ''));
  return { ...seen, lines: seen.lines.filter((line) => !names.includes(line)) };
}

test('a difference is found, and told in a small form', {
  timeout: 60_000,
  retry: 2,
}, async () => {
  const judged = await judge({ seed: 5, seconds: 50, processes: 2, inLab: withoutImmediates });
  const { program, inNode, inLab } = judged.difference as NonNullable<typeof judged.difference>;
  // Nothing more can be taken away of it, or hardly anything.
  expect(kindsOf(program).length).toBeLessThanOrEqual(2);
  const [immediate] = program.steps.filter(({ do: kind }) => kind === 'immediate');
  const name = immediate && 'runs' in immediate ? immediate.runs.name : '';
  expect(inNode.filter((line) => !inLab.includes(line))).toEqual([name]);
  expect(renderJudged(judged, 5)).toContain(`differs. In its smallest form:
  ${program.name}
    `);
  expect(renderJudged(judged, 5)).toContain(`in Node     ${inNode.join(', ')}
in the lab  ${inLab.join(', ')}`);
});

test('where there is none, it tells of what the programs were made', {
  timeout: 60_000,
}, async () => {
  const judged = await judge({ seed: 6, seconds: 2, processes: 2 });
  expect(judged.difference).toBeUndefined();
  expect(judged.agreed).toBeGreaterThan(5);
  expect(renderJudged(judged, 6)).toMatch(
    /^\d+ random programs logged in the lab what they logged in Node [\d.]+ \(seed 6\)\.\nLeft out: \d+ whose order real time may change, \d+ that Node itself did not repeat\.\nOf what they were made: \d+ \w+/,
  );
});

test('kinds are counted as often as they come', () => {
  const runs = { name: 'b', steps: [{ do: 'burn', ms: 5 } as const] };
  const steps: Block['steps'] = [
    { do: 'immediate', runs },
    { do: 'tick', runs },
    { do: 'async', name: 'c', awaits: [{ do: 'value' }, { do: 'value' }] },
  ];
  expect(kindsOf({ name: 'a', steps })).toEqual([
    'immediate',
    'burn',
    'tick',
    'burn',
    'async',
    'await value',
    'await value',
  ]);
});
