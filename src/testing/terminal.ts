/** A real terminal for tests, in which somebody types and looks: a pane of tmux. */
import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { bareEnvironment } from '../command/spawn.ts';
import { commandLine, PLAIN } from './miniature.ts';

export const hasTmux = isThere();

export const NO_TMUX =
  'skipped, because there is no tmux on the PATH: how watch mode looks is not tested';

/** As long as a slow machine may need for whatever is waited for, in ms. */
const PATIENCE = 15_000;

export interface Terminal {
  /** What is on the screen now, without blanks at the ends of lines and of the screen. */
  screen(): string;
  /** @param keys by the names of tmux: `n`, `Enter`, `Space`, `C-c` */
  press(...keys: string[]): void;
  /** What is on the screen a moment after these words have come: what belongs to them may be written after them. */
  seen(words: string | RegExp): Promise<string>;
  /** When the command has ended, and the shell has the terminal back; with its exit code. */
  left(): Promise<number>;
  resize(columns: number, rows: number): void;
  close(): void;
}

/** A shell in a folder, in which one of our commands has just been typed. */
export function openTerminal(
  [columns, rows]: readonly [columns: number, rows: number],
  root: string,
  command: string,
  ...args: string[]
): Terminal {
  const server = `learn-async-${process.pid}-${performance.now()}`;
  const tmux = (...words: string[]) =>
    execFileSync('tmux', ['-L', server, '-f', '/dev/null', ...words], {
      encoding: 'utf8',
      env: { ...bareEnvironment(PLAIN), TERM: 'xterm', VISUAL: `${process.execPath} editor.mjs` },
    });
  const size = ['-x', `${columns}`, '-y', `${rows}`];
  tmux('-u', 'new-session', '-d', ...size, '-c', root, 'sh');
  const screen = () => tmux('capture-pane', '-p').replaceAll(/ +$/gm, '').trimEnd();
  const seen = async (words: string | RegExp) => {
    const isThere = (text: string) =>
      typeof words === 'string' ? text.includes(words) : words.test(text);
    const until = performance.now() + PATIENCE;
    let before = '';
    for (let now = screen(); performance.now() < until; await wait(100), now = screen()) {
      if (isThere(before)) return isThere(now) ? now : before;
      before = now;
    }
    throw new Error(`${words} did not come; on the screen is:\n${screen()}`);
  };
  tmux('send-keys', '-l', [process.execPath, ...commandLine(command, args)].join(' '));
  tmux('send-keys', 'Enter');
  return {
    screen,
    press: (...keys) => tmux('send-keys', ...keys),
    seen,
    async left() {
      const until = performance.now() + PATIENCE;
      while (tmux('display-message', '-p', '#{pane_current_command}').trim() !== 'sh') {
        if (performance.now() > until)
          throw new Error(`It did not end; on the screen is:\n${screen()}`);
        await wait(100);
      }
      tmux('send-keys', '-l', 'echo "exit code: $?"');
      tmux('send-keys', 'Enter');
      const said = await seen(/exit code: \d/);
      return Number(/exit code: (\d+)/.exec(said)?.[1]);
    },
    resize: (x, y) => tmux('resize-window', '-x', `${x}`, '-y', `${y}`),
    close: () => tmux('kill-server'),
  };
}

function isThere(): boolean {
  try {
    execFileSync('tmux', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
