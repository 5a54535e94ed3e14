// The `resolve` is carried out of the executor first, and handed to the timer later.
export async function sleep(ms: number): Promise<void> {
  let wake = () => {};
  const rung = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const timer = setTimeout(wake, ms);
  try {
    await rung;
  } finally {
    clearTimeout(timer);
  }
}
