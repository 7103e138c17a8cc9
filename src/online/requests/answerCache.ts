import type { Clock } from '../../base/clock';
import type { Answer } from './answer';
import type { HeaderValues } from './rateHeaders';

/** For so long an answer is given again without asking, in milliseconds. */
const FRESH = 10 * 60_000;
/** So many characters of answers are kept. */
const LARGEST = 8_000_000;

/** What makes a later request conditional. */
interface Validators {
  readonly etag?: string;
  readonly modified?: string;
}

interface Kept extends Validators {
  readonly answer: Answer;
  readonly until: number;
}

/** The answers of this session by URL, the longest unused ones dropped first. */
export class AnswerCache {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  #size = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** An answer that needs not be asked for again. */
  fresh(url: string): Answer | undefined {
    const kept = this.#kept.get(url);
    return kept && this.#clock.now() < kept.until ? this.#used(url, kept) : undefined;
  }

  /** The headers that ask whether an answer has changed since. */
  conditions(url: string): Record<string, string> {
    const kept = this.#kept.get(url);
    return {
      ...(kept?.etag !== undefined && { 'If-None-Match': kept.etag }),
      ...(kept?.modified !== undefined && { 'If-Modified-Since': kept.modified }),
    };
  }

  /** The answer that the service says has not changed. */
  confirmed(url: string): Answer | undefined {
    const kept = this.#kept.get(url);
    return kept && this.#used(url, { ...kept, until: this.#clock.now() + FRESH });
  }

  keep(url: string, answer: Answer, headers: HeaderValues): void {
    this.#drop(url);
    if (answer.text.length > LARGEST / 4) return;
    const etag = headers.get('etag') ?? undefined;
    const modified = headers.get('last-modified') ?? undefined;
    this.#kept.set(url, { answer, etag, modified, until: this.#clock.now() + FRESH });
    this.#size += answer.text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= LARGEST) break;
      this.#drop(oldest);
    }
  }

  #used(url: string, kept: Kept): Answer {
    this.#kept.delete(url);
    this.#kept.set(url, kept);
    return kept.answer;
  }

  #drop(url: string): void {
    this.#size -= this.#kept.get(url)?.answer.text.length ?? 0;
    this.#kept.delete(url);
  }
}
