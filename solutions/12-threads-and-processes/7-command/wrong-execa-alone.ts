// execa as it comes. (It rejects for each code that is not 0, and takes the last line end away.)
// Fails: fulfils with the exit code when the program has ended, whatever it is
// Fails: fulfils with the name of the signal that has ended it
// Fails: fulfils with all that was written, as text
// Fails: waits for what is written after the end of the program
// Fails: starts the program without input
// Fails: rejects when the program cannot be started, or when `killAfter` makes no sense
// Fails: sends SIGTERM when its signal is aborted, and rejects when the program has ended
// Fails: sends SIGKILL `killAfter` ms later, if it has not ended
// Fails: leaves no timer, no listener and no process
// Fails: has a program, a signal and a time of its own for each call
// Says: Only the caller knows what that means, so it is a result
import { execa } from 'execa';

export interface Ending {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

export async function run(
  file: string,
  args: string[],
  options: { signal?: AbortSignal; killAfter?: number } = {},
): Promise<Ending> {
  const { signal, killAfter = Infinity } = options;
  const result = await execa(file, args, {
    ...(signal && { cancelSignal: signal }),
    ...(killAfter !== Infinity && { forceKillAfterDelay: killAfter }),
  });
  const { exitCode = null, signal: killedBy = null, stdout, stderr } = result;
  return { code: exitCode, signal: killedBy, stdout, stderr };
}
