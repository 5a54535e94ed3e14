// An object with a `then` that sets the timer; the `await` calls it.
export async function sleep(ms: number): Promise<void> {
  await {
    then: (resolve: () => void) => {
      setTimeout(resolve, ms);
    },
  };
}
