export async function answer(
  log: (line: string) => void,
  sleep: (ms: number) => Promise<void>,
): Promise<number> {
  let slept = false;
  try {
    log('calculating');
    await sleep(500);
    slept = true;
    return 42;
  } finally {
    if (slept) log('done');
  }
}
