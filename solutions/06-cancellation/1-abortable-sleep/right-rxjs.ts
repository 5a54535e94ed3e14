// A race of two observables of rxjs: the loser is unsubscribed, which clears the timer or removes the listener.
import { firstValueFrom, fromEvent, map, NEVER, race, timer } from 'rxjs';

export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const aborted = signal ? fromEvent(signal, 'abort') : NEVER;
  const fail = () => {
    throw signal?.reason;
  };
  await firstValueFrom(race(timer(ms), aborted.pipe(map(fail))));
}
