import { OnlineFailure } from '../failure';
import { list, members, text } from '../shape';

/** What says which paper is meant. */
export interface RetractablePaper {
  readonly doi?: string;
  readonly pmid?: string;
}

/** That a paper was retracted, as the service tells it. */
export interface Retraction {
  /** The SHA-1 hash of the paper's DOI in lower case. */
  readonly doiHash?: string;
  readonly pmid?: string;
  /** `2020-01-31`, or less of it. */
  readonly date?: string;
  readonly reasons: readonly string[];
  /** The DOI of the notice. */
  readonly notice?: string;
}

const MOST_REASONS = 20;
const LONGEST = 200;

/** The rows of an answer of `/retractions/search`. Throws a failure where it is anything else. */
export function retractionsOf(answer: unknown): Retraction[] {
  if (!Array.isArray(answer)) throw new OnlineFailure('unreadable', 'retractions');
  return answer.map(retractionOf).filter((row) => row !== undefined);
}

/** A row, from the service or as it was kept; undefined for what names no paper. */
export function retractionOf(value: unknown): Retraction | undefined {
  const row = members(value);
  const doiHash = matching(text(row.doi ?? row.doiHash)?.toLowerCase(), /^[0-9a-f]{40}$/);
  const pmid = matching(text(row.pmid), /^[1-9]\d{0,11}$/);
  if (doiHash === undefined && pmid === undefined) return undefined;
  const reasons = list(row.reasons)
    .map(text)
    .filter((reason) => reason !== undefined);
  return {
    ...(doiHash !== undefined && { doiHash }),
    ...(pmid !== undefined && { pmid }),
    ...optional('date', matching(text(row.date)?.slice(0, 10), /^\d{4}(?:-\d\d){0,2}$/)),
    reasons: reasons.slice(0, MOST_REASONS).map((reason) => reason.slice(0, LONGEST)),
    ...optional('notice', matching(text(row.retractionDOI ?? row.notice), /^10\.\d{4,9}\/\S{1,200}$/)),
  };
}

/** Whether a row can be the answer to a prefix of the list. */
export function beginsWith({ doiHash, pmid }: Retraction, prefix: string): boolean {
  const value = prefix.startsWith('d') ? doiHash : pmid;
  return value?.startsWith(prefix.slice(1)) ?? false;
}

function matching(value: string | undefined, form: RegExp): string | undefined {
  return value !== undefined && form.test(value) ? value : undefined;
}

function optional<K extends string>(name: K, value: string | undefined): { readonly [N in K]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [N in K]?: string };
}
