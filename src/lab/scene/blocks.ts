import { AsyncLocalStorage } from 'node:async_hooks';

/** The innermost block within which the code now running was begun, however late it runs. */
export const blocks = new AsyncLocalStorage<string>();
