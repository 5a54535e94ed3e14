/** The learner's own editor: `$VISUAL`, `$EDITOR`, or VS Code when it is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { UsageError } from '../../command/usage-error.ts';
import type { Kata } from '../../course/katas.ts';

export interface Editor {
  /** What it was called by: `$VISUAL`, `$EDITOR` or `code`. */
  readonly from: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** Undefined when no variable names one, and VS Code is not on the path. */
export function findEditor(env: NodeJS.ProcessEnv = process.env): Editor | undefined {
  for (const name of ['VISUAL', 'EDITOR']) {
    const value = env[name]?.trim();
    if (value && !(name === 'EDITOR' && isNpmsOwn(value, env)))
      return { from: `$${name}`, ...splitCommand(value) };
  }
  const code = findOnPath('code', env);
  return code ? { from: 'code', program: code, args: [] } : undefined;
}

/** npm sets EDITOR where nobody has, and to what few would choose: `vi`, or Notepad. */
function isNpmsOwn(value: string, env: NodeJS.ProcessEnv): boolean {
  return env.npm_lifecycle_event !== undefined && /^vi$|\\notepad\.exe$/i.test(value);
}

/** `code --wait`, `"/opt/my editor" -n`, or a path with blanks as it is. */
export function splitCommand(command: string): { program: string; args: string[] } {
  if (existsSync(command)) return { program: command, args: [] };
  const words = [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)];
  const [program = command, ...args] = words.map(([, a, b, c]) => a ?? b ?? c ?? '');
  return { program, args };
}

/** How this editor is asked to compare two files; undefined when we do not know that it can. */
export function diffArguments(
  { program }: Editor,
  left: string,
  right: string,
): string[] | undefined {
  const name = basename(program.replaceAll('\\', '/'))
    .toLowerCase()
    .replace(/\.(exe|cmd|bat)$/, '');
  if (/^(code(-insiders)?|codium|cursor|windsurf)$/.test(name)) return ['--diff', left, right];
  if (/^(vim|nvim|gvim|mvim)$/.test(name)) return ['-d', left, right];
  if (/^(webstorm|idea)(64)?$/.test(name)) return ['diff', left, right];
  return undefined;
}

/** Runs the editor in this terminal, until it is closed or has handed the files over. */
export function runEditor(editor: Editor, args: readonly string[]): void {
  const all = [...editor.args, ...args];
  // VS Code's command on Windows is a batch file, which only a shell can start.
  const { error, status } =
    process.platform === 'win32'
      ? spawnSync([editor.program, ...all].map((word) => `"${word}"`).join(' '), {
          stdio: 'inherit',
          shell: true,
        })
      : spawnSync(editor.program, all, { stdio: 'inherit' });
  if (error) throw new UsageError(`${editor.from} is ${editor.program}, which cannot be started.`);
  if (status) process.exitCode = status;
}

/** @throws {UsageError} when there is no editor, or no stub */
export function openKata({ id, typed, stub, spec }: Kata): void {
  // An editor would begin an empty file without a word.
  if (!existsSync(stub))
    throw new UsageError(
      `katas/${id}.ts is gone. This brings the stub back:\n\n  npm run reset ${typed}`,
    );
  const editor = findEditor();
  if (!editor) throw new UsageError(NO_EDITOR);
  runEditor(editor, [stub, spec]);
}

export const NO_EDITOR = 'No editor was found: set VISUAL to the command that starts yours.';

function findOnPath(program: string, env: NodeJS.ProcessEnv): string | undefined {
  const endings = process.platform === 'win32' ? (env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  return (env.PATH ?? env.Path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => join(folder, program + ending)))
    .find((file) => existsSync(file) && statSync(file).isFile());
}
