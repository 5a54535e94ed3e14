/** Bare Node as the judge of the lab: random programs, each in both, and the order of their lines. */
import fc from 'fast-check';
import { inTheLab, type Seen } from './in-lab.ts';
import { type BareNode, startBareNode } from './in-node.ts';
import { type Block, kindsOf, programs } from './step.ts';

export interface Asked {
  readonly seed: number;
  /** For how long programs are tried. */
  readonly seconds: number;
  /** Bare processes at a time. */
  readonly processes: number;
  /** What the lab does with a program; another one for trials of the judge itself. */
  readonly inLab?: (program: Block) => Promise<Seen>;
}

export interface Judged {
  /** Programs that logged the same in both. */
  readonly agreed: number;
  /** Programs whose order real time may change. */
  readonly loose: number;
  /** Programs that Node itself did not run twice in the same way. */
  readonly varied: number;
  /** How often each kind was in those that agreed. */
  readonly mix: ReadonlyMap<string, number>;
  readonly difference: Difference | undefined;
}

export interface Difference {
  readonly program: Block;
  readonly inNode: readonly string[];
  readonly inLab: readonly string[];
  /** Its place among all programs, counted from 1. */
  readonly number: number;
}

/** Programs made at a time, with a seed of their own. */
const CHUNK = 100;

/** So often Node says the same of a program, undisturbed, before that is a difference; and so often it is asked for that. */
const TIMES = { same: 3, asked: 12 };

/** Real ms for which a difference is made smaller. */
const MOST_SHRINKING = 30_000;

/** Tries programs for some time, or until there is a difference that comes again; that one is made smaller. */
export async function judge(asked: Asked): Promise<Judged> {
  const { seed, seconds, processes, inLab = inTheLab } = asked;
  const nodes = await Promise.all(Array.from({ length: processes }, startBareNode));
  const counts = { agreed: 0, loose: 0, varied: 0 };
  const mix = new Map<string, number>();
  const until = Date.now() + seconds * 1000;
  let next = 0;
  let chunk: Block[] = [];
  let difference: Difference | undefined;
  const suspects: number[] = [];
  const tryOnes = async (node: BareNode) => {
    while (suspects.length === 0 && Date.now() < until) {
      const number = next++;
      if (number % CHUNK === 0) chunk = programsOf(seed, number);
      const program = chunk[number % CHUNK] as Block;
      const verdict = await compare(program, node, inLab);
      if (verdict === 'differs') {
        suspects.push(number);
        continue;
      }
      counts[verdict]++;
      if (verdict === 'agreed')
        for (const kind of kindsOf(program)) mix.set(kind, (mix.get(kind) ?? 0) + 1);
    }
  };
  try {
    do {
      await Promise.all(nodes.map(tryOnes));
      // When nobody else is at work, what came from that comes no more.
      for (const number of suspects.splice(0)) {
        difference ??= await smallest(number, asked, nodes[0] as BareNode);
        if (!difference) counts.varied++;
      }
    } while (!difference && Date.now() < until);
    return { ...counts, mix, difference };
  } finally {
    for (const node of nodes) node.end();
  }
}

/** The programs from this number on, so many as are made at a time. */
function programsOf(seed: number, number: number): Block[] {
  return fc.sample(programs, { seed: seedOf(seed, number), numRuns: CHUNK });
}

const seedOf = (seed: number, number: number) => seed + Math.floor(number / CHUNK);

type Verdict = 'agreed' | 'loose' | 'varied' | 'differs';

async function compare(
  program: Block,
  node: BareNode,
  inLab: (program: Block) => Promise<Seen>,
): Promise<Verdict> {
  const seen = await inLab(program);
  if (!seen.isFixed) return 'loose';
  const said: string[] = [];
  for (let asked = 0; asked < TIMES.asked; asked++) {
    const { lines, isOnTime } = await node.ask(questionOf(program, seen));
    if (isSame(lines, seen.lines)) return 'agreed';
    if (!isOnTime) continue;
    said.push(lines.join());
    if (said.length === TIMES.same)
      return said.every((one) => one === said[0]) ? 'differs' : 'varied';
  }
  return 'varied';
}

const questionOf = (program: Block, { length, lines }: Seen) => ({
  program,
  length,
  lines: lines.length,
});

const isSame = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

/** The program of that number, made as small as it can be and still differ; undefined where it does so no more. */
async function smallest(
  number: number,
  { seed, inLab = inTheLab }: Asked,
  node: BareNode,
): Promise<Difference | undefined> {
  const until = Date.now() + MOST_SHRINKING;
  const agrees = fc.asyncProperty(programs, async (program) => {
    if (Date.now() > until) return true;
    return (await compare(program, node, inLab)) !== 'differs';
  });
  const path = `${number % CHUNK}`;
  const { counterexample } = await fc.check(agrees, {
    seed: seedOf(seed, number),
    path,
    numRuns: 1,
  });
  if (!counterexample) return undefined;
  const [program] = counterexample;
  const seen = await inLab(program);
  const { lines } = await node.ask(questionOf(program, seen));
  if (isSame(lines, seen.lines)) return undefined;
  return { program, inNode: lines, inLab: seen.lines, number: number + 1 };
}
