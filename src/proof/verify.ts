/** The project's own tests, from the types to the proof; for authors, on untouched katas. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import { HOME } from '../home.ts';
import { prove, renderProof } from './prove.ts';

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

async function runTests(projects: string[]): Promise<Count> {
  const vitest = await startVitest('test', [], {
    root: HOME,
    config: join(HOME, 'vitest.config.ts'),
    project: projects,
    reporters: ['default'],
    watch: false,
  });
  const tests = vitest.state.getTestModules().flatMap((module) => [...module.children.allTests()]);
  const failed = tests.filter((test) => test.result().state === 'failed').length;
  const broken = vitest.state.getCountOfFailedTests() === 0 && process.exitCode ? 1 : 0;
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  await vitest.close();
  return { passed, failed: failed + broken };
}

async function runProof(): Promise<Count> {
  const proof = await prove(HOME, []);
  console.log(renderProof(proof));
  const failed = proof.problems.length;
  return { passed: proof.katas.length, failed };
}

const steps: [name: string, run: () => Count | Promise<Count>][] = [
  ['types', () => runBin('typescript/bin/tsc', [])],
  ['lint and format', () => runBin('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])],
  ['lab, tutor and proof', () => runTests(['tools'])],
  ['solutions', () => runTests(['solutions'])],
  ['proof', runProof],
];

const total: Count = { passed: 0, failed: 0 };
for (const [name, run] of steps) {
  console.log(`\n── ${name}`);
  const { passed, failed } = await run();
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
