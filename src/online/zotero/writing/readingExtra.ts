import { readingStage, type ReadingStage } from '../../../library/model/readingStage';

/** The lines of the field Extra in which the plug-in Reading List of Zotero keeps how far a paper is read, and since when. */
const STATUS = 'Read_Status';
const DATE = 'Read_Status_Date';

/** Its words. */
const WORDS: Readonly<Record<ReadingStage, string>> = { unread: 'To Read', reading: 'In Progress', read: 'Read' };
const OWN_WORDS = ['New', 'To Read', 'In Progress', 'Read', 'Not Reading'];

/** A status in the words of that plug-in where it has one for it. */
export function statusWord(status: string): string {
  const plain = status.replace(/[\s_-]+/g, ' ').trim();
  const own = OWN_WORDS.find((word) => word.toLowerCase() === plain.toLowerCase());
  const stage = readingStage(status);
  return own ?? (stage === undefined ? plain : WORDS[stage]);
}

/** The lines that keep a status. */
export function statusLines(status: string, now: Date): string[] {
  return [`${STATUS}: ${statusWord(status)}`, `${DATE}: ${now.toISOString()}`];
}

/** The status that an Extra states. */
export function statusIn(extra: string): string | undefined {
  return lineOf(STATUS).exec(extra)?.[2].trim() || undefined;
}

/** An Extra that states a status; all its other lines stay as they are, and so does one that means the same. */
export function extraWithStatus(extra: string, status: string, now: Date): string {
  const before = statusIn(extra);
  if (before !== undefined && isSameStatus(before, status)) return extra;
  const [stated, date] = statusLines(status, now);
  if (before === undefined) {
    const own = extra.replace(/\s+$/, '');
    return [...(own === '' ? [] : [own]), stated, date].join('\n');
  }
  return extra.replace(lineOf(STATUS), () => stated).replace(lineOf(DATE), () => date);
}

function isSameStatus(a: string, b: string): boolean {
  const stage = readingStage(a);
  return statusWord(a) === statusWord(b) || (stage !== undefined && stage === readingStage(b));
}

function lineOf(name: string): RegExp {
  return new RegExp(`^(${name}[ \\t]*:)(.*)$`, 'm');
}
