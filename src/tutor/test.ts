import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { katasOf } from '../course.ts';
import { findKatas, nearestName } from './names.ts';

/** Our own checkout, whichever course is run: it has the config and the packages. */
const HOME = resolve(import.meta.dirname, '../..');

const root = process.cwd();

let options: ReturnType<typeof readOptions>;
try {
  options = readOptions();
} catch (error) {
  fail(`${(error as Error).message}\nFor vitest's own options use npx vitest.`);
}
const { values, positionals } = options;
const katas = katasOf(root);
const files = positionals.flatMap((name) => {
  const found = findKatas(katas, name, root);
  if (found.length === 0)
    fail(`No kata is called ${name}. Did you mean ${nearestName(katas, name, root)}?`);
  return found.map((kata) => (values.solutions ? kata.reference : kata.spec));
});

const vitest = await startVitest('test', files, {
  root,
  config: join(HOME, 'vitest.config.ts'),
  project: [values.solutions ? 'solutions' : 'katas'],
  watch: values.watch || values.ui,
  ui: values.ui,
});
if (!vitest.shouldKeepServer()) await vitest.exit();

function readOptions() {
  return parseArgs({
    options: {
      watch: { type: 'boolean', default: false },
      ui: { type: 'boolean', default: false },
      solutions: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
}

function fail(words: string): never {
  console.error(words);
  process.exit(1);
}
