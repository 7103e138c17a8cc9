import { WorkerCalls, WorkerDied, type WorkerPort } from '../../base/workerCalls';
import type { CslItem } from '../../library/model/csl';
import type { DocumentToFormat, FormattedDocument, FormattedReference, Formatting, StyleInfo } from './contract';
import type { Answer, CslCalls } from './protocol';
import { StyleRefused } from './styleRefused';

/**
 * Formats in a thread of its own, which is started when something is first asked of it. A thread that died is replaced when
 * the next is asked; what it was asked is asked once more, but where it broke by that.
 */
export class CslClient {
  readonly #start: () => WorkerPort;
  #calls: WorkerCalls<CslCalls> | undefined;
  #ended = false;

  constructor(start: () => WorkerPort) {
    this.#start = start;
  }

  /** The styles that are shipped. */
  styles(): Promise<readonly StyleInfo[]> {
    return this.#ask('styles', null);
  }

  /** References of items by key, in the style's order. Rejects with `StyleRefused` where the style cannot be used. */
  async references(
    items: Readonly<Record<string, CslItem>>,
    formatting: Formatting,
  ): Promise<readonly FormattedReference[]> {
    return made(await this.#ask('references', { ...formatting, items }));
  }

  /** A document's citations and list. Rejects with `StyleRefused` where the style cannot be used. */
  async document(document: DocumentToFormat, formatting: Formatting): Promise<FormattedDocument> {
    return made(await this.#ask('document', { ...formatting, document }));
  }

  dispose(): void {
    this.#ended = true;
    this.#calls?.end();
  }

  async #ask<Name extends keyof CslCalls>(
    name: Name,
    request: CslCalls[Name]['request'],
  ): Promise<CslCalls[Name]['reply']> {
    try {
      return await this.#thread().call(name, request);
    } catch (error) {
      if (!(error instanceof WorkerDied) || error.isOwn || this.#ended) throw error;
      return this.#thread().call(name, request);
    }
  }

  #thread(): WorkerCalls<CslCalls> {
    if (!this.#calls || (this.#calls.dead && !this.#ended)) this.#calls = new WorkerCalls<CslCalls>(this.#start());
    return this.#calls;
  }
}

function made<T>(answer: Answer<T>): T {
  if ('refusal' in answer) throw new StyleRefused(answer.refusal);
  return answer.made;
}
