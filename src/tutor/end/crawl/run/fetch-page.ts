/** What a crawler loads pages with: the platform's fetch, and as much of HTML as a link needs. */
export interface Answer {
  status: number;
  location?: string;
  links: string[];
}

export type FetchPage = (url: string, options: { signal: AbortSignal }) => Promise<Answer>;

/** @param addresses where each host is: names like `alpha.test` are known to this function alone */
export function fetchPageAt(addresses: Readonly<Record<string, string>>): FetchPage {
  return async (url, { signal }) => {
    const { host, pathname, search } = new URL(url);
    const address = addresses[host];
    if (address === undefined) throw new TypeError(`no host is called ${host}`);
    // While it has a listener, a signal is no garbage.
    const keep = () => {};
    signal.addEventListener('abort', keep);
    try {
      return await answerFrom(address + pathname + search, signal);
    } finally {
      signal.removeEventListener('abort', keep);
    }
  };
}

async function answerFrom(url: string, signal: AbortSignal): Promise<Answer> {
  // It is for the crawler to follow a redirect, when the turn of that host has come.
  const response = await fetch(url, { signal, redirect: 'manual' });
  // The signal has to end this, too: so far, only the head is there.
  const html = await response.text();
  const location = response.headers.get('location');
  return {
    status: response.status,
    ...(location === null ? {} : { location }),
    links: [...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map(([, link]) => link as string),
  };
}
