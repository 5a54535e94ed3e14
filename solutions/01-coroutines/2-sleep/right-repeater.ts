// A repeater whose timer pushes one value and stops.
import { Repeater } from '@repeaterjs/repeater';

export async function sleep(ms: number): Promise<void> {
  const bell = new Repeater<void>(async (push, stop) => {
    setTimeout(() => {
      push();
      stop();
    }, ms);
    await stop;
  });
  await bell.next();
}
