/** The site on real servers: each host is one, on a free port of this machine. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Judge, Visit } from './judge.ts';
import { type Behaviour, HOSTS, type Site, type SitePage } from './site.ts';

export interface Web {
  /** Where each host is: `alpha.test` at `http://127.0.0.1:49152`. */
  readonly addresses: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** A bit of a body that never ends comes each so many ms. */
const DRIP = 50;

/** Of those that are not 200, or not at once. */
const STATUSES: { readonly [B in Behaviour]?: number } = {
  flaky: 503,
  broken: 503,
  missing: 404,
  circle: 301,
  moved: 302,
};

export async function serve(site: Site, judge: Judge): Promise<Web> {
  const servers = HOSTS.map((host) =>
    createServer((request, response) => {
      const url = `http://${host}${request.url}`;
      const visit = judge.begin(url, host);
      response.once('close', () => judge.end(visit, false));
      const page = site.pages.get(url);
      const timer = setTimeout(
        () => answer(page, visit, judge, request, response),
        page ? page.ms : 0,
      );
      response.once('close', () => clearTimeout(timer));
    }),
  );
  const addresses = await Promise.all(servers.map(addressOf));
  return {
    addresses: Object.fromEntries(HOSTS.map((host, i) => [host, addresses[i] as string])),
    close: async () => void (await Promise.all(servers.map(closed))),
  };
}

function answer(
  page: SitePage | undefined,
  visit: Visit,
  judge: Judge,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { behaviour = 'missing', location = '#again' } = page ?? {};
  const isFirst = visit.tries === 1;
  if (behaviour === 'cut' || (behaviour === 'snappish' && isFirst)) {
    judge.end(visit, false);
    request.socket.destroy();
  } else if (behaviour === 'endless') drip(response);
  else {
    const status = behaviour === 'flaky' && !isFirst ? 200 : (STATUSES[behaviour] ?? 200);
    const isRedirect = status >= 300 && status < 400;
    judge.end(visit, status < 500);
    response
      .writeHead(status, { 'content-type': 'text/html', ...(isRedirect ? { location } : {}) })
      .end(page && status === 200 ? htmlOf(page) : '');
  }
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  const timer = setInterval(() => response.write('<p>and so on</p>\n'), DRIP);
  response.once('close', () => clearInterval(timer));
}

function htmlOf({ url, links }: SitePage): string {
  const items = links.map((href) => `<li><a href="${href}">${href}</a></li>\n`);
  return `<!doctype html>\n<title>${url}</title>\n<ul>\n${items.join('')}</ul>\n`;
}

async function addressOf(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A server waits for connections that are kept alive, so they are closed as well. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
