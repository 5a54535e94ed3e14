/** Random programs for the lab to run: work that waits, work that burns, and both in turn or at once. */
import fc from 'fast-check';
import type { Lab } from '../../lab/scene/scenario.ts';

/** Times in ms. Names are unlike each other in one program. */
export type Program =
  | { readonly do: 'wait'; readonly name: string; readonly ms: number; readonly fails: boolean }
  | { readonly do: 'burn'; readonly name: string; readonly ms: number }
  | { readonly do: 'timer'; readonly name: string; readonly ms: number }
  | { readonly do: 'inTurn' | 'atOnce'; readonly parts: readonly Program[] };

/** The longest piece; short, so that many things come at the same ms. */
const LONGEST = 12;

export interface Kinds {
  /** Whether some of it calculates; it does unless told. */
  readonly burns?: boolean;
  /** Whether some of it fails, which stops nobody; it does unless told. */
  readonly fails?: boolean;
}

export function programs({ burns = true, fails = true }: Kinds = {}): fc.Arbitrary<Program> {
  const ms = fc.integer({ min: 1, max: LONGEST });
  const name = fc.constant('');
  const wait = fc.record({
    do: fc.constant('wait' as const),
    name,
    ms,
    fails: fails ? fc.boolean() : fc.constant(false),
  });
  const timer = fc.record({ do: fc.constant('timer' as const), name, ms });
  const burn = fc.record({ do: fc.constant('burn' as const), name, ms });
  const { whole } = fc.letrec<{ whole: Program; parts: Program[] }>((tie) => ({
    whole: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      wait,
      ...(burns ? [burn] : []),
      timer,
      fc.record({
        do: fc.constantFrom('inTurn' as const, 'atOnce' as const),
        parts: tie('parts'),
      }),
    ),
    parts: fc.array(tie('whole'), { minLength: 1, maxLength: 4 }),
  }));
  // One piece alone shows little.
  return fc
    .record({
      do: fc.constantFrom('inTurn' as const, 'atOnce' as const),
      parts: fc.array(whole, { minLength: 1, maxLength: 5 }),
    })
    .map((program) => named(program, { next: 0 }));
}

/** Gives the pieces their names, `a`, `b` …, from the first to the last. */
function named(program: Program, names: { next: number }): Program {
  if ('parts' in program)
    return { ...program, parts: program.parts.map((part) => named(part, names)) };
  const i = names.next++;
  return { ...program, name: String.fromCharCode(97 + (i % 26)) + (i < 26 ? '' : i) };
}

/** Runs it to its end; a failure is noted as a line, and stops nobody. */
export async function perform(program: Program, lab: Lab): Promise<void> {
  switch (program.do) {
    case 'wait':
      await lab
        .job(program.name, program.ms, { fails: program.fails })()
        .catch(() => lab.log(`${program.name} failed`));
      return;
    case 'burn':
      lab.burn(program.ms, program.name);
      return;
    case 'timer':
      await new Promise<void>((resolve) => setTimeout(resolve, program.ms));
      lab.log(program.name);
      return;
    case 'inTurn':
      for (const part of program.parts) await perform(part, lab);
      return;
    case 'atOnce':
      await Promise.all(program.parts.map((part) => perform(part, lab)));
  }
}

/** The pieces that it is made of, in the order of their names. */
export function piecesOf(program: Program): Exclude<Program, { parts: unknown }>[] {
  return 'parts' in program ? program.parts.flatMap(piecesOf) : [program];
}

/** How long it takes when nothing in it burns, in ms. */
export function lengthOf(program: Program): number {
  if (!('parts' in program)) return program.ms;
  const lengths = program.parts.map(lengthOf);
  return program.do === 'inTurn'
    ? lengths.reduce((sum, length) => sum + length, 0)
    : Math.max(...lengths);
}
