import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { command } from '../command/command.ts';
import { bringAuthorsPackages } from '../command/packages.ts';
import { UsageError } from '../command/usage-error.ts';
import { HOME } from '../course/home.ts';
import type { Project } from '../runner/projects.ts';
import { runVitest } from '../runner/run-vitest.ts';
import { list } from '../text/english.ts';
import { prove, renderProof } from './prove.ts';
import { textsIn } from './texts/texts.ts';
import { wordsInSentences } from './texts/words.ts';

interface Count {
  passed: number;
  failed: number;
}

/** One of the packages' own commands, started without a shell. */
function runBin(path: string, args: string[]): Count {
  const { status } = spawnSync(process.execPath, [join(HOME, 'node_modules', path), ...args], {
    cwd: HOME,
    stdio: 'inherit',
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A command of ours in a process of its own, which it may change. */
function runCommand(name: string, ...args: string[]): Count {
  const start = join(HOME, 'src/start/start.mjs');
  const { status } = spawnSync(process.execPath, [start, name, ...args], {
    cwd: HOME,
    stdio: 'inherit',
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function runTests(project: Project): Promise<Count> {
  const vitest = await runVitest(project, HOME, [], { reporters: ['default'] });
  const modules = vitest.state.getTestModules();
  const states = modules.flatMap((module) =>
    [...module.children.allTests()].map((test) => test.result().state),
  );
  // A file that could not be run has no test to count.
  const broken = modules.filter((module) => module.errors().length > 0).length;
  const stray = vitest.state.getUnhandledErrors().length;
  await vitest.close();
  return {
    passed: states.filter((state) => state === 'passed').length,
    failed: states.filter((state) => state === 'failed').length + broken + stray,
  };
}

async function runProof(): Promise<Count> {
  const proof = await prove(HOME, []);
  console.log(renderProof(proof));
  const failed = proof.problems.length;
  return { passed: proof.katas.length, failed };
}

/** A figure, and no test: long sentences are not always wrong. */
async function tellReadability(): Promise<Count> {
  for (const [kind, words] of wordsInSentences(await textsIn(HOME)))
    console.log(`${kind.padEnd(9)} ${words.toFixed(1)} words a sentence`);
  return { passed: 0, failed: 0 };
}

const steps: [name: string, run: () => Count | Promise<Count>][] = [
  ['types', () => runBin('typescript/bin/tsc', [])],
  ['lint and format', () => runBin('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  ['spelling', () => runBin('cspell/bin.mjs', ['--quiet', '--no-progress', '.'])],
  ['readability', tellReadability],
  ['lab, tutor and proof', () => runTests('tools')],
  // The same programs each time: what chance finds is no fault of the change that is verified. `npm run oracle`
  // takes others.
  ['the lab beside bare Node', () => runCommand('proof/oracle', '--seed', '9100')],
  ['solutions', () => runTests('solutions')],
  ['proof', runProof],
];

const usage = {
  does: 'For authors: checks the whole project, from the types to the proof of every kata. It takes some minutes.',
  ways: [['npm run verify', 'with the katas as they are shipped, untouched']],
} as const;

await command(import.meta.filename, usage, async (names) => {
  if (names.length > 0) throw new UsageError(`npm run verify takes no name; got ${list(names)}.`);
  if (!bringAuthorsPackages()) process.exit(1);
  const total: Count = { passed: 0, failed: 0 };
  for (const [name, run] of steps) {
    console.log(`\n── ${name}`);
    const { passed, failed } = await run();
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
});
