import { chooseKatas } from '../command/choose.ts';
import { command } from '../command/command.ts';
import { runVitest } from '../runner/run-vitest.ts';
import { show } from '../text/print.ts';
import { Screen } from '../text/screen.ts';
import { keepStubs } from './own/kept-stubs.ts';
import { renderUntoldSave } from './page/kata.ts';
import { CourseReporter } from './page/reporter.ts';
import { leave, leaveWithParent } from './watch/leave.ts';
import { listen } from './watch/watch.ts';

const usage = {
  does: 'Runs the katas: shows how far you are, which one is next, and the first failure.',
  ways: [
    ['npm test', 'all of them'],
    ['npm test in-order', 'only that kata; several names work too'],
    ['npm test 01', 'a chapter'],
    ['npm run watch', 'stays, and runs what you save'],
    ['npm run watch -- --open', 'and opens each kata that you go to in your editor'],
    ['npm run ui', 'stays, and shows the timelines on a page in the browser'],
    ['npm run solutions', 'runs the references in the place of your code'],
  ],
  takesKata: true,
  flags: { watch: 'boolean', open: 'boolean', ui: 'boolean', solutions: 'boolean' },
} as const;

await command(import.meta.filename, usage, async (names, { watch, open, ui, solutions }) => {
  const root = process.cwd();
  const katas = chooseKatas(root, names);
  keepStubs(root, katas);
  // Without a name vitest looks for itself, in watch mode also for specs that are new.
  const files =
    names.length === 0 ? [] : katas.map(({ reference, spec }) => (solutions ? reference : spec));
  const stays = watch || ui;
  const screen = stays && process.stdin.isTTY ? new Screen() : undefined;
  const reporter = new CourseReporter(screen);
  screen?.note('  running the katas …');
  // It may take a while, and until it ends a terminal would show nothing.
  if (!stays && process.stdout.isTTY) show('\n  running the katas …');
  const vitest = await runVitest(solutions ? 'solutions' : 'katas', root, files, {
    watch: stays,
    ui,
    hasOwnKeys: screen !== undefined,
    onUntoldSave: () => reporter.announce(renderUntoldSave),
    reporters: [reporter],
  });
  if (!vitest.shouldKeepServer()) {
    if (!reporter.hasPassed(katas)) process.exitCode = 1;
    // A program that a kata has started may hold on to our output.
    return vitest.exit(true);
  }
  leaveWithParent(() => leave(vitest, 1, screen));
  if (screen) listen({ root, vitest, files, reporter, screen, opens: open });
});
