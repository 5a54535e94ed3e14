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
export function inPlainNode(program: string, ...args: string[]): Promise<string> {
  return run(['--import', './src/start/typescript.mjs'], program, args);
}

/** The same without any help: it imports nothing of ours, and the process has nothing to do but this. */
export function inBareNode(program: string, ...args: string[]): Promise<string> {
  return run([], program, args);
}

async function run(flags: string[], program: string, args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, '--input-type=module', '--eval', program, ...args],
    { cwd: HOME, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return stdout;
}
