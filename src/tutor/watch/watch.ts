import type { Vitest } from 'vitest/node';
import { chooseKata } from '../../command/choose.ts';
import { printedBy } from '../../command/spawn.ts';
import { UsageError } from '../../command/usage-error.ts';
import type { Kata } from '../../course/katas.ts';
import { ask } from '../../text/ask.ts';
import type { Screen } from '../../text/screen.ts';
import type { Style } from '../../text/style.ts';
import { openKata } from '../own/editor.ts';
import { renderReset, resetKata } from '../own/reset.ts';
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
  const style = (text: (style: Style) => string) => (it: Style) => [`${text(it)}\n`];
  const withKata = (run: (kata: Kata) => unknown) => () => {
    const kata = reporter.inView;
    return kata ? run(kata) : screen.say('  No kata is on the screen: press k to choose one.');
  };

  const goTo = async (kata: Kata | undefined) => {
    reporter.showKata(kata);
    if (kata && opens) await keyboard.lend(() => openKata(kata));
  };

  const open = async (kata: Kata) => {
    await keyboard.lend(() => openKata(kata));
    screen.redraw();
  };

  const choose = async () => {
    const name = await keyboard.lend(() =>
      ask('\n  Which kata (01/3, or a part of its name)? ', {
        input: process.stdin,
        output: process.stdout,
      }),
    );
    if (name) await goTo(await chooseKata(root, [name]));
    else screen.redraw();
  };

  const reset = (kata: Kata) => {
    const done = resetKata(root, kata);
    if (!done) return screen.say(`  katas/${kata.id}.ts is the stub already.`);
    // A save runs it again; its page comes with these words.
    return reporter.announce((style) => renderReset(done, style));
  };

  const compare = async (kata: Kata) => {
    screen.say(`  Comparing ${kata.name} …`);
    const page = await printedBy(root, 'compare', [kata.id]);
    screen.turnTo(() => [page]);
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
      withKata((kata) => screen.turnTo(style((it) => renderLesson(root, kata, it)))),
    ],
    [
      'i',
      'the next hint for it',
      withKata((kata) => {
        const hint = takeHint(root, kata);
        screen.turnTo(style((it) => renderHint(hint, true, it)));
      }),
    ],
    ['d', 'your code beside the reference', withKata(compare)],
    ['o', 'stub and spec in your editor', withKata(open)],
    ['r', 'the stub again; your code is kept in a copy', withKata(reset)],
    ['n', 'to the next kata that is not done', () => goTo(reporter.next)],
    ['b', 'back to the kata before this one', () => goTo(reporter.previous)],
    ['k', 'to a kata that you choose', choose],
    ['enter', 'this kata again, after another page', () => reporter.showKata(reporter.inView)],
    ['return', '', () => reporter.showKata(reporter.inView)],
    ['space', 'the rest of a page that is too long', () => screen.more()],
    ['a', 'runs everything again', runAll],
    ['h', 'these keys', () => screen.turnTo(style((it) => renderHelp(actions, it)))],
    ['q', 'quits', () => leave(vitest, 0)],
    ['ctrl-c', '', () => leave(vitest, 130)],
    ['ctrl-z', '', () => keyboard.lend(suspend).then(() => screen.redraw())],
  ];

  /** One at a time; but one may always leave. */
  let isBusy = false;
  const press = async (key: string) => {
    const [, , run] = actions.find(([name]) => name === key) ?? [];
    const isLeaving = key === 'q' || key.startsWith('ctrl-');
    if (!run || (isBusy && !isLeaving)) return;
    isBusy = true;
    try {
      await run();
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      screen.say(error.message.replace(/^(?=.)/gm, '  '));
    } finally {
      isBusy = false;
    }
  };
  const keyboard = new Keyboard(process.stdin, press);
  process.stdout.on('resize', () => screen.redraw());
  vitest.onClose(() => keyboard.close());
}

function renderHelp(actions: readonly Action[], style: Style): string {
  const listed = actions.filter(([, does]) => does !== '');
  const width = Math.max(...listed.map(([key]) => key.length));
  return listed
    .map(([key, does]) => `  ${style.bold(key.padEnd(width))}  ${style.dim(does)}`)
    .join('\n');
}
