import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { command } from '../command/command.ts';
import { bringAuthorsPackages } from '../command/packages.ts';
import { UsageError } from '../command/usage-error.ts';
import { HOME } from '../course/home.ts';
import type { Project } from '../runner/projects.ts';
import { runVitest } from '../runner/run-vitest.ts';
import { count, list } from '../text/english.ts';
import { prove, renderProof } from './prove.ts';
import { textsIn } from './texts/texts.ts';
import { wordsInSentences } from './texts/words.ts';
import { type Outcome, PassedBefore } from './verify/passed-before.ts';

function outcomeOf(name: string, status: number | null): Outcome {
  return status === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [name] };
}

/** One of the packages' own commands, started without a shell. */
function runBin(path: string, args: string[]): Outcome {
  const { status } = spawnSync(process.execPath, [join(HOME, 'node_modules', path), ...args], {
    cwd: HOME,
    stdio: 'inherit',
  });
  return outcomeOf(path, status);
}

/** A command of ours in a process of its own, which it may change. */
function runCommand(name: string, ...args: string[]): Outcome {
  const start = join(HOME, 'src/start/start.mjs');
  const { status } = spawnSync(process.execPath, [start, name, ...args], {
    cwd: HOME,
    stdio: 'inherit',
  });
  return outcomeOf([name, ...args].join(' '), status);
}

async function runTests(project: Project): Promise<Outcome> {
  const vitest = await runVitest(project, HOME, [], { reporters: ['default'] });
  const modules = vitest.state.getTestModules();
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: 'passed' | 'failed') =>
    tests.filter((test) => test.result().state === state);
  // A file that could not be run has no test to name.
  const broken = modules.filter((module) => module.errors().length > 0);
  const stray = vitest.state.getUnhandledErrors();
  await vitest.close();
  return {
    passed: inState('passed').length,
    failed: [
      ...inState('failed').map(
        (test) =>
          `${test.module.relativeModuleId} > ${test.fullName}: ${test.result().errors?.[0]?.message}`,
      ),
      ...broken.map((module) => module.relativeModuleId),
      ...stray.map(String),
      ...(tests.length === 0 ? ['no test was run'] : []),
    ],
  };
}

async function runProof(all: boolean): Promise<Outcome> {
  const proof = await prove(HOME, [], { all });
  console.log(renderProof(proof));
  return {
    passed: proof.katas.length,
    before: proof.before.length,
    failed: proof.problems,
  };
}

/** A figure, and no test: long sentences are not always wrong. */
async function tellReadability(): Promise<Outcome> {
  for (const [kind, words] of wordsInSentences(await textsIn(HOME)))
    console.log(`${kind.padEnd(9)} ${words.toFixed(1)} words a sentence`);
  return { passed: 0, failed: [] };
}

function recalled(passed: number): Outcome {
  console.log(
    `${count(passed, 'test')} passed in an earlier run: nothing in src has changed since. Again: npm run verify -- --all`,
  );
  return { passed, before: passed, failed: [] };
}

/** Of a file in which nothing has changed, nor in the words that are known, cspell keeps what it has found. */
const SPELT_BEFORE = [
  '--cache',
  '--cache-strategy=content',
  `--cache-location=${join('node_modules', '.cache', 'learn-async', 'spelling')}`,
];

interface Step {
  readonly name: string;
  readonly run: (all: boolean) => Outcome | Promise<Outcome>;
  /** Whether it needs no kata and no page, only `src`: what has passed is recalled until something there changes. */
  readonly isOfSoftware?: boolean;
}

const steps: readonly Step[] = [
  { name: 'types', run: () => runBin('typescript/bin/tsc', []) },
  {
    name: 'lint and format',
    run: () => runBin('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  },
  {
    name: 'spelling',
    run: (all) =>
      runBin('cspell/bin.mjs', ['--quiet', '--no-progress', ...(all ? [] : SPELT_BEFORE), '.']),
  },
  { name: 'readability', run: tellReadability },
  { name: 'lab, tutor and proof', run: () => runTests('tools'), isOfSoftware: true },
  // The same programs each time: what chance finds is no fault of the change that is verified. `npm run oracle`
  // takes others.
  {
    name: 'the lab beside bare Node',
    run: () => runCommand('proof/oracle', '--seed', '9100'),
    isOfSoftware: true,
  },
  { name: 'katas and pages', run: () => runTests('course') },
  { name: 'solutions', run: () => runTests('solutions') },
  { name: 'proof', run: runProof },
];

const usage = {
  does: 'For authors: checks the whole project, from the types to the proof of every kata. It takes some minutes.',
  ways: [
    [
      'npm run verify',
      'with the katas as they are shipped, untouched; what passed before, only if something has changed',
    ],
    ['npm run verify -- --all', 'all of it again; a build server runs all of it, too'],
  ],
  flags: { all: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { all }) => {
  if (names.length > 0) throw new UsageError(`npm run verify takes no name; got ${list(names)}.`);
  if (!bringAuthorsPackages()) process.exit(1);
  const isWhole = all || Boolean(process.env.CI);
  const passedBefore = new PassedBefore(HOME);
  let passed = 0;
  let before = 0;
  const failed: string[] = [];
  for (const { name, run, isOfSoftware = false } of steps) {
    console.log(`\n── ${name}`);
    const known = isOfSoftware && !isWhole ? passedBefore.recall(name) : undefined;
    const outcome = known === undefined ? await run(isWhole) : recalled(known);
    passed += outcome.passed;
    before += outcome.before ?? 0;
    // The whole of it stands in its own step, perhaps a thousand lines above.
    failed.push(...outcome.failed.map((what) => `✗ ${name}: ${what.split('\n', 1)}`));
    if (isOfSoftware) passedBefore.note(name, outcome);
  }
  const old = before > 0 ? `, ${before} of them in an earlier run` : '';
  console.log(['', ...failed, `${passed} passed${old}, ${failed.length} failed`].join('\n'));
  process.exit(failed.length > 0 ? 1 : 0);
});
