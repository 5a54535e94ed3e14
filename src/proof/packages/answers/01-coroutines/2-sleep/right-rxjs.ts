// A timer of rxjs.
import { firstValueFrom, map, timer } from 'rxjs';

export const sleep = (ms: number) => firstValueFrom(timer(ms).pipe(map(() => undefined)));
