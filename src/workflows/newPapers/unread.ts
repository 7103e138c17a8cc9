import { readingStage } from '../../library/model/readingStage';

/**
 * Whether a paper may be read next: its status says that it is unread, or it has none and nothing was done with it. A status in own words
 * (`skip`) says that the user has decided.
 */
export function isUnread(status: string | undefined, isUsed: boolean): boolean {
  return status === undefined || status.trim() === '' ? !isUsed : readingStage(status) === 'unread';
}
