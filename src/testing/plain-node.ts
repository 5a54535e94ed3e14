/** Programs in a process of their own: plain Node, without vitest. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HOME } from '../course/home.ts';

/**
 * Runs the text of a module, which may import our TypeScript.
 *
 * @param args what it finds from `process.argv[1]` on
 * @returns what it prints
 */
export async function inPlainNode(program: string, ...args: string[]): Promise<string> {
  const start = ['--import', './src/start/typescript.mjs', '--input-type=module'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...start, '--eval', program, ...args],
    { cwd: HOME, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return stdout;
}
