// An AsyncResource for each request: what is entered in its scope ends with the call.
import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

class Request extends AsyncResource {
  readonly id: string;

  constructor(id: string) {
    super('Request');
    this.id = id;
  }

  call<T>(f: () => T): T {
    return this.runInAsyncScope(() => {
      requests.enterWith(this.id);
      return f();
    });
  }
}

export const withRequest = <T>(id: string, f: () => T): T => new Request(id).call(f);

export const requestId = (): string | undefined => requests.getStore();
