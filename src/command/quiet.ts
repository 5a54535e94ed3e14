/** Lets what a learner's code prints go to stderr: stdout is for the answer. */
export async function withQuietStdout<T>(run: () => Promise<T>): Promise<T> {
  const { write } = process.stdout;
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof write;
  try {
    return await run();
  } finally {
    process.stdout.write = write;
  }
}
