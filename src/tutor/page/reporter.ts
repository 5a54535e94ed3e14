import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { UserConsoleLog } from 'vitest';
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node';
import { startCommand } from '../../command/spawn.ts';
import { type Kata, katasOf } from '../../course/katas.ts';
import { type KataStanding, standingOf } from '../../judging/standing.ts';
import { show } from '../../text/print.ts';
import { terminalStyle } from '../../text/style.ts';
import { renderChapterDone, renderCourse, renderDone, renderList } from './course.ts';
import { type Mode, renderKata, renderNext, renderStray } from './kata.ts';
import { type News, newsIn } from './news.ts';

/** Tells a learner how far they are. In watch mode it remembers what each run has shown. */
export class CourseReporter implements Reporter {
  readonly #hasKeys: boolean;
  readonly #modules = new Map<string, TestModule>();
  #vitest: Vitest | undefined;
  #katas: Kata[] = [];
  readonly #printed = new Map<string, string[]>();
  #isFirstRun = true;
  #isSave = false;
  #inView: Kata | undefined;
  #justDone: Kata | undefined;

  /** @param hasKeys whether the keys of ours are there, as far as vitest's are */
  constructor({ hasKeys = false } = {}) {
    this.#hasKeys = hasKeys;
  }

  /** The kata that the last page was about, and the one of which it said that it is done now. */
  get inView(): { kata: Kata | undefined; justDone: Kata | undefined } {
    return { kata: this.#inView, justDone: this.#justDone };
  }

  /** Whether all of these katas were run, and every test of theirs passed. */
  hasPassed(katas: readonly Kata[]): boolean {
    const done = this.#standings().filter(({ status }) => status === 'done');
    return katas.every(({ id }) => done.some(({ kata }) => kata.id === id));
  }

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
    this.#katas = katasOf(vitest.config.root);
  }

  onTestRunStart(): void {
    this.#printed.clear();
  }

  /** @param trigger the file that was saved; or words, when a key was pressed */
  onWatcherRerun(_files: string[], trigger?: string): void {
    const root = this.#vitest?.config.root ?? '';
    this.#isSave = trigger !== undefined && existsSync(resolve(root, trigger));
  }

  onUserConsoleLog({ taskId, content }: UserConsoleLog): void {
    if (!taskId) return;
    const printed = this.#printed.get(taskId) ?? [];
    this.#printed.set(taskId, printed);
    printed.push(content);
  }

  async onTestRunEnd(
    testModules: readonly TestModule[],
    unhandledErrors: readonly SerializedError[],
  ): Promise<void> {
    for (const module of testModules) this.#modules.set(resolve(module.moduleId), module);
    const ran = new Set(testModules.map((module) => resolve(module.moduleId)));
    const standings = this.#standings();
    const touched = standings.filter(({ kata }) => ran.has(kata.spec) || ran.has(kata.reference));
    // vitest takes a run without any test for a success.
    if (this.#mode === 'once' && touched.every(({ status }) => status === 'unknown'))
      process.exitCode = 1;
    // Another answer to what was done before deserves a word as well.
    const saved = this.#isSave ? touched.filter(({ status }) => status === 'done') : [];
    this.#justDone = saved.at(-1)?.kata;
    const style = terminalStyle();
    const { learnt, isEnd } = this.#news();
    this.#turnPage([
      ...saved.map((standing) => renderDone(standing, this.#mode, style)),
      ...(learnt ? [renderChapterDone(learnt.chapter, learnt.lines, style)] : []),
      this.#render(standings, touched),
    ]);
    for (const error of unhandledErrors) show(`${renderStray(error, style)}\n`);
    if (this.#isFirstRun) this.#showPage();
    this.#isFirstRun = false;
    if (isEnd) await this.#end();
  }

  /** A page about the next kata that is not done, behind the one in view; after the last, the first. */
  showNext(): void {
    const standings = this.#standings();
    const open = standings.filter(({ status }) => status === 'failing' || status === 'untouched');
    const at = this.#katas.findIndex(({ id }) => id === this.#inView?.id);
    const next = open.find(({ kata }) => this.#katas.indexOf(kata) > at) ?? open[0];
    this.#justDone = undefined;
    this.#turnPage([
      next
        ? this.#renderOne(next)
        : renderCourse(standings, undefined, this.#mode, terminalStyle()),
    ]);
  }

  #turnPage(parts: readonly string[]): void {
    // As vitest does between two runs; what was there can still be scrolled to.
    if (this.#mode !== 'once' && process.stdout.isTTY && process.env.TERM !== 'dumb')
      process.stdout.write('\x1b[2J\x1b[H');
    show(`\n${parts.join('\n\n')}\n`);
  }

  /** Where the page of @vitest/ui is, when it is open. */
  #showPage(): void {
    const { ui, uiBase } = this.#vitest?.config ?? {};
    const [home] = this.#vitest?.vite.resolvedUrls?.local ?? [];
    if (ui && home) show(`  page     ${new URL(uiBase ?? '/', home)}\n`);
  }

  get #mode(): Mode {
    if (!this.#vitest?.config.watch) return 'once';
    return this.#hasKeys ? 'keys' : 'watch';
  }

  /** What is complete now; the references complete nothing. */
  #news(): News {
    const own = this.#katas.map((kata) => standingOf(kata, this.#modules.get(kata.spec)));
    return newsIn(this.#vitest?.config.root ?? '', own);
  }

  async #end(): Promise<void> {
    const end = startCommand(this.#vitest?.config.root ?? '', 'end/run', []);
    const [code] = await once(end, 'close');
    if (code !== 0) process.exitCode = 1;
  }

  /** What the code at hand printed in the test that is shown; each test runs it again. */
  #withPrinted(standing: KataStanding): KataStanding {
    const tests = this.#modules.get(standing.kata.spec)?.children.allTests();
    const all = tests ? [...tests] : [];
    const shown = all.find((test) => test.result().state === 'failed') ?? all[0];
    const printed = (shown && this.#printed.get(shown.id)?.join('')) || undefined;
    return { ...standing, printed };
  }

  #standings(): KataStanding[] {
    return this.#katas.map((kata) =>
      standingOf(kata, this.#modules.get(kata.spec) ?? this.#modules.get(kata.reference)),
    );
  }

  #render(standings: KataStanding[], touched: KataStanding[]): string {
    const style = terminalStyle();
    if (touched.length === 0) return '  No kata was run.';
    const isCourse = standings.every(({ status }) => status !== 'unknown');
    const open = (list: readonly KataStanding[]) => list.find(({ status }) => status !== 'done');
    if (isCourse) {
      const focus = (this.#isSave ? open(touched) : undefined) ?? open(standings);
      this.#inView = focus?.kata;
      return renderCourse(standings, focus && this.#withPrinted(focus), this.#mode, style);
    }
    const focus = (open(touched) ?? touched[0]) as KataStanding;
    const page = this.#renderOne(focus);
    return touched.length > 1 ? `${renderList(touched, style)}\n\n${page}` : page;
  }

  #renderOne(standing: KataStanding): string {
    const style = terminalStyle();
    this.#inView = standing.kata;
    return `${renderKata(this.#withPrinted(standing), style)}\n\n${renderNext(standing, this.#mode, style)}`;
  }
}
