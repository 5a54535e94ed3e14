// A loop is left with `break`: each `finally` runs before it goes on, and no line behind an inner loop does.
import { setTimeout as sleep } from 'node:timers/promises';

async function* crawl(): AsyncGenerator<string> {
  try {
    for (const page of ['home', 'news', 'help']) {
      await sleep(100);
      yield page;
    }
    console.log('crawl: behind its loop');
  } finally {
    await sleep(200); // It waits for what is open.
    console.log('crawl: finally');
  }
}

async function* progress(pages: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    for await (const page of pages) yield page;
    console.log('progress: behind its loop');
  } finally {
    console.log('progress: finally');
  }
}

for await (const page of progress(crawl())) if (page === 'news') break;
console.log('the loop was left');
