import { chooseKatas } from '../command/choose.ts';
import { command } from '../command/command.ts';
import type { Kata } from '../course/katas.ts';
import { lastAtHand } from '../judging/at-hand.ts';
import { KeepStandings } from '../judging/keep-standings.ts';
import type { KataStanding } from '../judging/standing.ts';
import { apartFrom, StoodBefore } from '../judging/stood-before.ts';
import { ownCodeOf } from '../lab/own-code.ts';
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
    ['npm test', 'all of them; those in which nothing has changed are not run again'],
    ['npm test -- --all', 'runs them again, too'],
    ['npm test in-order', 'only that kata; several names work too'],
    ['npm test 01', 'a chapter'],
    ['npm run watch', 'stays, and runs what you save'],
    ['npm run watch -- --open', 'and opens each kata that you go to in your editor'],
    ['npm run ui', 'stays, and shows the timelines on a page in the browser'],
    ['npm run solutions', 'runs the references in the place of your code'],
  ],
  takesKata: true,
  flags: {
    all: 'boolean',
    watch: 'boolean',
    open: 'boolean',
    ui: 'boolean',
    solutions: 'boolean',
  },
} as const;

await command(import.meta.filename, usage, async (names, { all, watch, open, ui, solutions }) => {
  const root = process.cwd();
  const katas = chooseKatas(root, names);
  keepStubs(root, katas);
  const stays = watch || ui;
  const screen = stays && process.stdin.isTTY ? new Screen() : undefined;
  const before = new StoodBefore(root);
  const isPart = names.length > 0 || solutions;
  // The page in the browser has the timelines of all. A build server has nothing from before, or should not: there,
  // a verdict is of this run. And who has no keys could not ask for the others.
  const runsAll = all || isPart || ui || Boolean(process.env.CI) || (watch && !screen);
  const recalled = runsAll ? [] : notToRun(root, katas, before, stays);
  // Without a name vitest looks for itself, in watch mode also for specs that are new.
  const named =
    names.length === 0 ? [] : katas.map(({ reference, spec }) => (solutions ? reference : spec));
  const toRun =
    recalled.length === 0
      ? named
      : katas.filter((kata) => !recalled.some((it) => it.kata === kata)).map(({ spec }) => spec);
  const reporter = new CourseReporter(screen, recalled);
  screen?.note('  running the katas …');
  // It may take a while, and until it ends a terminal would show nothing.
  if (!stays && process.stdout.isTTY) show('\n  running the katas …');
  const vitest = await runVitest(solutions ? 'solutions' : 'katas', root, toRun, {
    watch: stays,
    watchesAll: named.length === 0,
    ui,
    hasOwnKeys: screen !== undefined,
    onUntoldSave: () => reporter.announce(renderUntoldSave),
    reporters: [reporter, new KeepStandings(root, before)],
  });
  if (!vitest.shouldKeepServer()) {
    if (!reporter.hasPassed(katas)) process.exitCode = 1;
    // A program that a kata has started may hold on to our output.
    return vitest.exit(true);
  }
  leaveWithParent(() => leave(vitest, 1, screen));
  if (screen) listen({ root, vitest, files: named, reporter, screen, opens: open });
});

/** Nothing has changed in them. But what the page shows has run: the next one to do, or one of those that are done. */
function notToRun(
  root: string,
  katas: readonly Kata[],
  before: StoodBefore,
  stays: boolean,
): readonly KataStanding[] {
  // A save runs whatever imports it, and only what has been loaded is known to.
  const isOnItsOwn = (kata: Kata) => !stays || ownCodeOf(kata.stub).files.length === 1;
  const known = katas.filter(isOnItsOwn).flatMap((kata) => before.recall(kata) ?? []);
  const next = known.find(({ status }) => status === 'untouched')?.kata;
  const shown = next ?? (known.length === katas.length ? lastAtHand(root, katas) : undefined);
  return apartFrom(
    katas,
    known.filter(({ kata }) => kata !== shown),
  );
}
