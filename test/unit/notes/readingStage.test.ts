import assert from 'node:assert/strict';
import { readingStage } from '../../../src/library/model/readingStage';

describe('The stage of a status', () => {
  const means = (status: string, stage: string | undefined) =>
    it(`${status} → ${stage ?? 'words of its own'}`, () => assert.equal(readingStage(status), stage));
  for (const status of ['unread', 'New', 'To Read', 'to-read', 'to_read']) means(status, 'unread');
  for (const status of ['reading', 'In Progress', 'in-progress']) means(status, 'reading');
  for (const status of ['read', 'Read', 'done', 'cited']) means(status, 'read');
  for (const status of ['Not Reading', 'skip', '', 'constructor']) means(status, undefined);
});
