import { availableParallelism } from 'node:os';
import { command } from '../command/command.ts';
import { bringAuthorsPackages } from '../command/packages.ts';
import { UsageError } from '../command/usage-error.ts';
import { watch } from '../lab/guard/watchdog.ts';
import { install } from '../lab/install.ts';
import { list } from '../text/english.ts';

/** Of real time, unless told. */
const SECONDS = 10;

/** For one bug, which is found long before. */
const SECONDS_OF_TRIAL = 60;

const usage = {
  does: 'For authors: runs random programs of timers, messages, promises and so on in bare Node and in the lab, and compares what they log. Their seed is printed.',
  ways: [
    ['npm run oracle', `for ${SECONDS} seconds, as npm run verify does`],
    ['npm run oracle -- --seed 5', 'the same programs again; --seconds 60 for longer'],
    ['npm run oracle -- --trial', 'whether it finds bugs that are put into the lab'],
  ],
  flags: { seconds: 'string', seed: 'string', trial: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { seconds, seed, trial }) => {
  if (names.length > 0) throw new UsageError(`npm run oracle takes no name; got ${list(names)}.`);
  if (!bringAuthorsPackages()) process.exit(1);
  const { judge } = await import('./oracles/plain-node/judge.ts');
  const { renderJudged } = await import('./oracles/plain-node/page.ts');
  const { BUGS } = await import('./oracles/plain-node/seeded-bugs.ts');
  const asked = {
    seed: numberIn('seed', seed, Date.now() % 2 ** 30),
    seconds: numberIn('seconds', seconds, trial ? SECONDS_OF_TRIAL : SECONDS),
    // Most of them wait, most of the time.
    processes: Math.min(8, 2 * availableParallelism()),
  };
  install();
  watch();
  if (!trial) {
    const judged = await judge(asked);
    console.log(renderJudged(judged, asked.seed));
    process.exitCode = judged.difference ? 1 : 0;
    return;
  }
  for (const [bug, putIn] of Object.entries(BUGS)) {
    const takeOut = putIn();
    const { difference } = await judge(asked).finally(takeOut);
    if (!difference) process.exitCode = 1;
    console.log(`${bug}: ${difference ? `found by program ${difference.number}` : 'not found'}`);
  }
});

function numberIn(flag: string, text: string | undefined, otherwise: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(number) || number < 0)
    throw new UsageError(`--${flag} takes a whole number; got ${text}.`);
  return number;
}
