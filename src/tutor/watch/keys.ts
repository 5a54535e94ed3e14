/** Keys of ours in watch mode, beside those that vitest has taken: a b c f h p q r t u w and enter. */

import { startCommand } from '../../command/spawn.ts';
import type { Kata } from '../../course/katas.ts';
import { show } from '../../text/print.ts';
import { type Style, terminalStyle } from '../../text/style.ts';
import type { CourseReporter } from '../page/reporter.ts';

type Press = (name: string, key?: { name?: string; ctrl?: boolean; meta?: boolean }) => void;

export interface Keyboard {
  isTTY?: boolean;
  on(event: 'keypress', listener: Press): unknown;
  listeners(event: 'keypress'): unknown[];
}

/** A letter, what it does in the words of the help, and how. */
export type Action = readonly [key: string, does: string, run: () => void];

/**
 * Listens beside whoever listens already. As long as one of those is away, what is typed answers a
 * question of theirs, such as vitest's for the name of a file.
 */
export function listenToKeys(keyboard: Keyboard, actions: readonly Action[]): void {
  const others = keyboard.listeners('keypress');
  keyboard.on('keypress', (_, key) => {
    const isAsking = others.some((other) => !keyboard.listeners('keypress').includes(other));
    if (isAsking || !key || key.ctrl || key.meta) return;
    if (key.name === 'h') show(renderKeys(actions, terminalStyle()));
    actions.find(([name]) => name === key.name)?.[2]();
  });
}

/** In the manner of vitest's own help, below which it stands. */
function renderKeys(actions: readonly Action[], style: Style): string {
  const lines = actions.map(
    ([key, does]) => `${style.dim('  press ')}${style.bold(key)}${style.dim(` to ${does}`)}`,
  );
  return `${lines.join('\n')}\n`;
}

/** What the keys do with the kata that is in view. */
export function actionsFor(root: string, reporter: CourseReporter): Action[] {
  let isBusy = false;
  const run = (command: string, kata: Kata | undefined) => {
    if (isBusy) return;
    isBusy = true;
    startCommand(root, command, kata ? [kata.id] : []).on('close', () => {
      isBusy = false;
    });
  };
  return [
    ['l', 'read the lesson of the kata on the screen', () => run('lesson', reporter.inView.kata)],
    ['i', 'get the next hint for it', () => run('hint', reporter.inView.kata)],
    [
      'd',
      'compare your code with the reference',
      () => run('compare', reporter.inView.justDone ?? reporter.inView.kata),
    ],
    ['n', 'go to the next kata that is not done', () => reporter.showNext()],
  ];
}
