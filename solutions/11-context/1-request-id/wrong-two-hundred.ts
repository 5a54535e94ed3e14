// Keeps the ids in a list of 200 places: request 201 takes the place of the first.
// Fails: each of several requests keeps its own id, in whatever order they end
// Says: At 1 ms 'the end of no. 0' ran in 'no. 299'
import { AsyncLocalStorage } from 'node:async_hooks';

const PLACES = 200;
const ids: string[] = [];
const requests = new AsyncLocalStorage<number>();
let next = 0;

export function withRequest<T>(id: string, f: () => T): T {
  const place = next++ % PLACES;
  ids[place] = id;
  return requests.run(place, f);
}

export function requestId(): string | undefined {
  const place = requests.getStore();
  return place === undefined ? undefined : ids[place];
}
