// filter of async's; a reason travels in an Error.
import { filter } from 'async';

class Failed extends Error {
  readonly reason: unknown;
  constructor(reason: unknown) {
    super();
    this.reason = reason;
  }
}

export const filterAsync = <T>(items: T[], keep: (item: T) => Promise<boolean>) =>
  filter([...items], (item: T, done: (error: unknown, isKept?: boolean) => void) => {
    keep(item).then(
      (isKept) => done(null, isKept),
      (reason) => done(new Failed(reason)),
    );
  }).catch((error: Failed) => {
    throw error.reason;
  });
