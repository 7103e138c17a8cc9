import { homeFolder } from '#platform/machine';
import * as vscode from 'vscode';
import { isFailure } from '../../online/failure';
import type { Example, Feed, FeedAnswer, FeedQuestion } from '../../online/feeds/feed';
import { feedPapers } from '../../online/feeds/feedPapers';
import { MOST_EXAMPLES } from '../../online/feeds/recommended';
import type { PaperRanker } from '../ranking/paperRanker';
import type { LibraryService } from '../library/libraryService';
import type { OnlineService } from '../online/onlineService';
import { feedFailureSentence } from './feedSentences';

/** What feeds are asked with. */
interface AskerParts {
  readonly online: () => Promise<OnlineService>;
  readonly library: Pick<LibraryService, 'shown'>;
}

/** Asks one feed after the other. */
export class FeedAsker {
  readonly #parts: AskerParts;
  readonly #ranker: PaperRanker;

  constructor(parts: AskerParts, ranker: PaperRanker) {
    this.#parts = parts;
    this.#ranker = ranker;
  }

  /** The papers that a feed has now. Throws a sentence where it gives none. */
  async papersOf(feed: Feed, question: FeedQuestion, signal: AbortSignal): Promise<FeedAnswer> {
    if (feed.kind === 'list') return this.#listed(feed.path);
    const asking = await (await this.#parts.online()).asking(signal);
    const examples = feed.kind === 'semanticscholar' ? await this.#examples() : undefined;
    if (examples?.length === 0) {
      throw new Error(vscode.l10n.t('No paper with a DOI or an arXiv id is cited or noted yet.'));
    }
    try {
      return await feedPapers(feed, { ...question, examples }, asking);
    } catch (error) {
      throw isFailure(error) ? new Error(feedFailureSentence(error, feed), { cause: error }) : error;
    }
  }

  async #listed(path: string): Promise<FeedAnswer> {
    const whole = path.replace(/^~(?=[/\\])/, homeFolder() ?? '~');
    const uri = /^[a-z][\w+.-]+:\/\//i.test(whole) ? vscode.Uri.parse(whole, true) : vscode.Uri.file(whole);
    // What reads lists of any format is heavy.
    const { listPapers } = await import('../../online/feeds/listPapers');
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      throw new Error(vscode.l10n.t('“{0}” cannot be read.', path), { cause: error });
    }
    const answer = listPapers(uri.path, bytes);
    if (!answer) throw new Error(vscode.l10n.t('“{0}” is no paper list.', path));
    return answer;
  }

  /** The papers that the user works with most. */
  async #examples(): Promise<Example[]> {
    const interests = (await this.#ranker.interests()).sort((a, b) => b.weight - a.weight);
    const examples: Example[] = [];
    for (const { id, weight } of interests) {
      const entry = weight > 0 ? this.#parts.library.shown.get(id) : undefined;
      if (entry?.arxiv !== undefined) examples.push({ arxiv: entry.arxiv });
      else if (entry?.doi !== undefined) examples.push({ doi: entry.doi });
      if (examples.length === MOST_EXAMPLES) break;
    }
    return examples;
  }
}
