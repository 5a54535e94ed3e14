import type { Recorder } from './recorder.ts';

/** Steps of what is handed on, from those who put it to those who get it; the law is `toDeliver`. */
export interface Deals {
  /** Notes that this item is there for others: it was put, sent, or has happened. */
  puts(item: unknown): void;
  /** Notes that an item which was put is taken back: nobody is to get it. */
  withdraws(item: unknown): void;
  /** Notes that somebody asks for an item, and waits from now on. */
  asks(who: string): void;
  /** Notes that somebody has got this item, and waits no longer. */
  gets(who: string, item: unknown): void;
  /** Notes that somebody waits no longer, and has got nothing. */
  leaves(who: string): void;
}

export function createDeals(recorder: Recorder): Deals {
  return {
    puts: (item) => recorder.deal({ did: 'put', item }),
    withdraws: (item) => recorder.deal({ did: 'withdraw', item }),
    asks: (who) => recorder.deal({ did: 'ask', who }),
    gets: (who, item) => recorder.deal({ did: 'get', who, item }),
    leaves: (who) => recorder.deal({ did: 'leave', who }),
  };
}
