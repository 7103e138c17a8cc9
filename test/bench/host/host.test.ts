import assert from 'node:assert/strict';
import { availableParallelism, loadavg } from 'node:os';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import type { LiteratureNotesApi } from '../../../src/api';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { textListReader } from '../../../src/library/formats/textList';
import { Library } from '../../../src/library/library';
import type { SearchAnswer } from '../../../src/search/contract';
import { CitingDocuments } from '../../../src/vscode/citing/citingDocuments';
import { SYNTAXES } from '../../../src/citations/syntaxes';
import { CitationCompletion } from '../../../src/vscode/citing/completing/completionProvider';
import { PaperRanking } from '../../../src/vscode/citing/completing/paperRanking';
import { NO_COMMANDS } from '../../integration/noCommands';
import { threadTime } from '../turns';

const QUERY = 'gradient descent in transformers';
const ROUNDS = 5;
/** After so long without work, in milliseconds, threads that only read have ended. */
const REST_MS = 40_000;
const FIRST_COMPLETION_MS = 60;

/** What a run of VS Code with the workspace's papers gives. It asserts nothing about times: they are for people to read. */
describe('In the extension host', function () {
  this.timeout(120_000);
  const stalls = monitorEventLoopDelay({ resolution: 1 });
  let api: LiteratureNotesApi;

  before(async () => {
    stalls.enable();
    tell(`load of the machine ${loadavg()[0].toFixed(1)} on ${availableParallelism()} processors`);
    const extension = vscode.extensions.getExtension<LiteratureNotesApi>('literature-notes.literature-notes');
    assert.ok(extension);
    const [start, worked] = [performance.now(), threadTime()];
    const wasActive = extension.isActive;
    api = await extension.activate();
    const [took, work] = [performance.now() - start, threadTime() - worked].map((time) => time.toFixed(0));
    tell(
      wasActive
        ? 'VS Code had activated the extension'
        : `active ${took} ms after it was asked for, ${work} ms of them work of this thread, VS Code’s own start included`,
    );
  });

  it('becomes ready', async () => {
    const start = performance.now();
    await api.ready();
    const ready = performance.now() - start;
    tell(`ready ${ready.toFixed(0)} ms after activation`);
    tell(
      `longest stall until ready ${(stalls.max / 1e6).toFixed(1)} ms, p99 ${(stalls.percentile(99) / 1e6).toFixed(1)} ms`,
    );
    tellMemory('when ready');
  });

  it('answers keystrokes', async () => {
    stalls.reset();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (let length = 1; length <= QUERY.length; length++) {
        const start = performance.now();
        await api.search(QUERY.slice(0, length), 300);
        times.push(performance.now() - start);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * times.length)].toFixed(2);
    tell(`keystroke round trip p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.9999)} ms`);
    tell(`longest stall while typing ${(stalls.max / 1e6).toFixed(1)} ms`);
  });

  it('completes for the first time', () => tellFirstCompletion('for the first time'));

  it('gives memory back', async () => {
    await new Promise((resolve) => setTimeout(resolve, REST_MS));
    tellMemory(`${REST_MS / 1000} s later`);
  });

  it('completes after a rest', () => tellFirstCompletion(`after ${REST_MS / 1000} s of rest`));

  it('offers papers to cite', async () => {
    const completion = await completionOf(api);
    const { token } = new vscode.CancellationTokenSource();
    const context = { triggerKind: vscode.CompletionTriggerKind.Invoke, triggerCharacter: undefined };
    const times: number[] = [];
    let offered = 0;
    // VS Code forgets compiled code in a rest.
    await completion.provideCompletionItems(await draft(''), new vscode.Position(0, 5), token, context);
    for (const typed of ['', 'g', 'gr', 'gra', 'grad', 'tran', 'lear', 'netw', 'mem', 'attention', 'smith2020']) {
      const document = await draft(typed);
      const cursor = new vscode.Position(0, 5 + typed.length);
      for (let round = 0; round < ROUNDS; round++) {
        const start = performance.now();
        const list = await completion.provideCompletionItems(document, cursor, token, context);
        times.push(performance.now() - start);
        offered = Math.max(offered, list?.items.length ?? 0);
      }
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * times.length)].toFixed(1);
    tell(`list of up to ${offered} papers p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(0.9999)} ms`);
  });
});

/** The completion over the papers of the workspace, with the search that runs in VS Code. */
async function completionOf(api: LiteratureNotesApi): Promise<CitationCompletion> {
  const own = new Library();
  for (const uri of new Set(api.entries().map((entry) => entry.source.uri.toString()))) {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
    own.setSource(uri, (uri.endsWith('.bib') ? bibtexReader : textListReader).read(text));
  }
  const search = async (query: string, limit?: number): Promise<SearchAnswer> => {
    const hits = (await api.search(query, limit)).map(({ citekey, ...hit }) => ({ id: citekey, ...hit }));
    const ids = () => hits.map(({ id }) => id);
    const slice = (start: number, end: number) => hits.slice(start, end);
    return { query, mode: 'all-words', problems: [], total: hits.length, searched: own.entries().length, slice, ids };
  };
  const log = { error: (doing: string, error: unknown) => console.error(doing, error) };
  return new CitationCompletion(SYNTAXES.pandoc, {
    documents: new CitingDocuments(NO_COMMANDS),
    isKey: (word) => own.get(word) !== undefined,
    ranking: new PaperRanking({ own }, { search }, { citekeys: [] }, log),
    paperDocumentation: () => Promise.resolve(new vscode.MarkdownString()),
  });
}

/**
 * How long a first completion takes through VS Code, where nothing else completes, and those that follow on it; in brackets how much
 * of that this thread worked, whatever else the machine does.
 */
async function tellFirstCompletion(when: string): Promise<void> {
  const times: string[] = [];
  for (const typed of ['', 'g', 'gr', 'gra', 'grad']) {
    const content = `\\cite{${typed}}`;
    const { uri } = await vscode.workspace.openTextDocument({ language: 'latex', content });
    const cursor = new vscode.Position(0, content.length - 1);
    const start = performance.now();
    const worked = threadTime();
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      cursor,
    );
    times.push(`${(performance.now() - start).toFixed(0)} (${(threadTime() - worked).toFixed(0)})`);
    assert.ok(list.items.length > 0, typed);
  }
  tell(
    `completion ${when} ${times[0]} ms, then ${times.slice(1).join(', ')} ms; the first ought to take less than ${FIRST_COMPLETION_MS} ms`,
  );
}

function draft(typed: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ language: 'markdown', content: `As [@${typed}].` });
}

function tellMemory(when: string): void {
  const { rss, heapUsed } = process.memoryUsage();
  tell(`memory of the extension host ${when} ${megabytes(rss)} MB, ${megabytes(heapUsed)} MB of it on the heap`);
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(0);

/** Shows a line among the tests. */
function tell(line: string): void {
  Mocha.reporters.Base.consoleLog(`      ${line}`);
}
