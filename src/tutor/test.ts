import { chooseKatas } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { runVitest } from '../runner/run-vitest.ts';
import { CourseReporter } from './page/reporter.ts';
import { actionsFor, listenToKeys } from './watch/keys.ts';

const flags = {
  watch: { type: 'boolean', default: false },
  ui: { type: 'boolean', default: false },
  solutions: { type: 'boolean', default: false },
} as const;

await command(import.meta.filename, flags, async (names, { watch, ui, solutions }) => {
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
  if (!vitest.shouldKeepServer()) await vitest.exit();
  else listenToKeys(process.stdin, actionsFor(root, reporter));
});
