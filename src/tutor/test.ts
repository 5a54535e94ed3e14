import { chooseKatas } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { runVitest } from '../runner/run-vitest.ts';
import { CourseReporter } from './page/reporter.ts';
import { actionsFor, listenToKeys } from './watch/keys.ts';

const usage = {
  does: 'Runs the katas: shows how far you are, which one is next, and the first failure.',
  ways: [
    ['npm test', 'all of them'],
    ['npm test in-order', 'only that kata; several names work too'],
    ['npm test 01', 'a chapter'],
    ['npm run watch', 'stays, and runs what you save'],
    ['npm run ui', 'stays, and shows the timelines on a page in the browser'],
    ['npm run solutions', 'runs the references in the place of your code'],
  ],
  takesKata: true,
  flags: { watch: 'boolean', ui: 'boolean', solutions: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { watch, ui, solutions }) => {
  const root = process.cwd();
  const katas = chooseKatas(root, names);
  // Without a name vitest looks for itself, in watch mode also for specs that are new.
  const files =
    names.length === 0 ? [] : katas.map(({ reference, spec }) => (solutions ? reference : spec));
  const reporter = new CourseReporter({ hasKeys: process.stdin.isTTY });
  const vitest = await runVitest(solutions ? 'solutions' : 'katas', root, files, {
    watch: watch || ui,
    ui,
    reporters: [reporter],
  });
  if (!vitest.shouldKeepServer()) {
    if (!reporter.hasPassed(katas)) process.exitCode = 1;
    await vitest.exit();
  } else listenToKeys(process.stdin, actionsFor(root, reporter));
});
