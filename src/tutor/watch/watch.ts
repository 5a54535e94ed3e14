import { relative } from 'node:path';
import type { Vitest } from 'vitest/node';
import { chooseKata } from '../../command/choose.ts';
import { printedBy } from '../../command/spawn.ts';
import { UsageError } from '../../command/usage-error.ts';
import type { Kata } from '../../course/katas.ts';
import { restAllOn } from '../../judging/rests-on.ts';
import { ask } from '../../text/ask.ts';
import type { Screen } from '../../text/screen.ts';
import type { Style } from '../../text/style.ts';
import { openKata } from '../own/editor.ts';
import { renderReset, resetFile, stubOf } from '../own/reset.ts';
import { renderHint, takeHint } from '../page/hint.ts';
import { renderLesson } from '../page/lesson.ts';
import type { CourseReporter } from '../page/reporter.ts';
import { Keyboard } from './keyboard.ts';
import { leave, suspend } from './leave.ts';

/** A key, what it does in the words of the help, and how. One without words does what another one does. */
type Action = readonly [key: string, does: string, run: () => unknown];

interface Watched {
  readonly root: string;
  readonly vitest: Vitest;
  /** Absolute paths of what is run; everything without any. */
  readonly files: readonly string[];
  readonly reporter: CourseReporter;
  readonly screen: Screen;
  /** Whether the editor follows to each kata that is gone to. */
  readonly opens: boolean;
}

/** Does what the keys say, until one of them says that it is enough. */
export function listen({ root, vitest, files, reporter, screen, opens }: Watched): void {
  /** A page beside those of the katas. */
  const show = (text: (style: Style) => string) =>
    screen.turnTo((style) => [`${text(style)}\n\n  ${style.dim('enter  back to the kata')}\n`]);
  const withKata = (run: (kata: Kata) => unknown) => () => {
    const kata = reporter.inView;
    return kata ? run(kata) : screen.say('  No kata is on the screen: press k to choose one.');
  };

  const goTo = async (kata: Kata | undefined) => {
    if (kata && reporter.isToRun(kata)) {
      reporter.showAfterRun(kata);
      await vitest.runTestSpecifications(await vitest.globTestSpecifications([kata.spec]));
    } else reporter.showKata(kata);
    if (kata && opens) await keyboard.lend(() => openKata(kata));
  };

  const open = async (kata: Kata) => {
    await keyboard.lend(() => openKata(kata));
    screen.redraw();
  };

  const goToNext = () => {
    const { next } = reporter;
    return next || reporter.isWhole
      ? goTo(next)
      : screen.say('  The other katas are not run here. Leave with q, then type: npm run watch');
  };

  /** Until there is one of that name, or nobody wants one any more. */
  const choose = async () => {
    for (;;) {
      const name = await screen.lend(() =>
        keyboard.lend(() =>
          ask('\n  Which kata (01/3, or a part of its name; enter goes back)? ', {
            input: process.stdin,
            output: process.stdout,
          }),
        ),
      );
      if (!name) return screen.redraw();
      try {
        return await goTo(await chooseKata(root, [name]));
      } catch (error) {
        complain(error);
      }
    }
  };

  /** The kata that the next `r` resets: the first one only asks. */
  let asked: Kata | undefined;
  const reset = (kata: Kata) => {
    if (asked?.id !== kata.id) {
      asked = kata;
      return screen.say(
        `  Press r again to put the stub of ${kata.name} back. Your code is kept in a copy.`,
      );
    }
    asked = undefined;
    const done = resetFile(root, stubOf(root, kata));
    if (!done) return screen.say(`  katas/${kata.id}.ts is the stub already.`);
    // A save runs it again; its page comes with these words.
    return reporter.announce((style) => renderReset(done, style));
  };

  const compare = async (kata: Kata) => {
    screen.note(`  comparing ${kata.name} …`);
    const page = await printedBy(root, 'compare', [kata.id]);
    show(() => page.trimEnd());
  };

  const runAll = async () => {
    reporter.beginAgain();
    const all = await vitest.globTestSpecifications([...files]);
    await vitest.runTestSpecifications(all, files.length === 0);
  };

  const actions: Action[] = [
    [
      'l',
      'the lesson of this kata',
      withKata((kata) => show((style) => renderLesson(root, kata, style))),
    ],
    [
      'i',
      'the next hint for it',
      withKata((kata) => {
        const hint = takeHint(root, kata);
        show((style) => renderHint(hint, true, style));
      }),
    ],
    ['d', 'your code beside the reference', withKata(compare)],
    ['o', 'stub and spec in your editor', withKata(open)],
    ['r', 'twice: the stub again; your code is kept in a copy', withKata(reset)],
    ['n', 'to the next kata that is not done', goToNext],
    ['b', 'back to the kata before this one', () => goTo(reporter.previous)],
    ['k', 'to a kata that you choose', choose],
    ['enter', 'this kata again, after another page', () => reporter.showKata(reporter.inView)],
    ['return', '', () => reporter.showKata(reporter.inView)],
    ['space', 'the rest of a page that is too long', () => screen.more()],
    ['up', 'what was above it', () => screen.less()],
    ['pagedown', '', () => screen.more()],
    ['down', '', () => screen.more()],
    ['pageup', '', () => screen.less()],
    ['a', 'runs everything again', runAll],
    ['h', 'these keys', () => show((style) => renderHelp(actions, style))],
    ['q', 'quits', () => leave(vitest, 0, screen)],
    ['ctrl-c', '', () => leave(vitest, 130, screen)],
    ['ctrl-z', '', () => keyboard.lend(suspend).then(() => screen.redraw())],
  ];

  const complain = (error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
    screen.say(error.message.replace(/^(?=.)/gm, '  '));
  };

  /** One at a time; but one may always leave. */
  let isBusy = false;
  const press = async (key: string) => {
    const [, , run] = actions.find(([name]) => name === key) ?? [];
    const isLeaving = key === 'q' || key.startsWith('ctrl-');
    if (!run || (isBusy && !isLeaving)) return;
    isBusy = true;
    if (key !== 'r') asked = undefined;
    try {
      const running = run();
      // Two keys may come at the same time: the second is not lost because of one that is done already.
      if (running instanceof Promise) await running;
    } catch (error) {
      complain(error);
    } finally {
      isBusy = false;
    }
  };
  const keyboard = new Keyboard(process.stdin, press);
  vitest.vite.watcher.on('change', (file) => {
    if (restAllOn(root, file))
      screen.say(
        `  ${relative(root, file)} was saved, and all verdicts rest on it. This watch goes on with the old one. Leave with q, then type npm run watch: that runs all katas again.`,
      );
  });
  process.stdout.on('resize', () => screen.redraw());
  vitest.onClose(() => keyboard.close());
  const first = reporter.inView;
  if (opens && first) open(first).catch(complain);
}

function renderHelp(actions: readonly Action[], style: Style): string {
  const listed = actions.filter(([, does]) => does !== '');
  const width = Math.max(...listed.map(([key]) => key.length));
  return listed
    .map(([key, does]) => `  ${style.bold(key.padEnd(width))}  ${style.dim(does)}`)
    .join('\n');
}
