import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { OnlineFailure } from '../../../src/online/failure';
import type { Feed } from '../../../src/online/feeds/feed';
import { feedFailure, type FeedFaultKind } from '../../../src/online/feeds/feedFault';
import { feedFailureSentence, leftOutSentence } from '../../../src/vscode/newPapers/feedSentences';
import { newPapersItem } from '../../../src/vscode/newPapers/newPapersItem';
import { TroubleNode } from '../../../src/vscode/newPapers/newPapersNode';

describe('Why a feed gave no papers', () => {
  const own: Feed = { kind: 'rss', url: 'https://journal.example.org/new.xml' };
  const table: readonly (readonly [kind: FeedFaultKind, sentence: RegExp])[] = [
    ['web-page', /^journal\.example\.org sent a web page, no feed\. .*log in\?$/],
    ['json', /^journal\.example\.org sent JSON, .* RSS or Atom feed\.$/],
    ['other-xml', /^journal\.example\.org sent XML that is no feed\. .* RSS or Atom feed\.$/],
    ['broken', /^The feed of journal\.example\.org is not well-formed: /],
    ['cut-off', /^The feed of journal\.example\.org ends in the middle\. Try again later\.$/],
    ['definitions', /^The feed of journal\.example\.org defines entities of its own, /],
    ['empty', /^journal\.example\.org sent nothing at all\. Try again later\.$/],
    ['unknown', /^journal\.example\.org sent something that is no feed\. /],
  ];
  for (const [kind, sentence] of table)
    it(`is said by what came instead: ${kind}`, () =>
      assert.match(feedFailureSentence(feedFailure(kind, 'rss'), own), sentence));

  it('names the feed as its user does', () => {
    const named: Feed = { ...own, name: 'My Journal' };
    const sentence = feedFailureSentence(new OnlineFailure('timed-out', 'rss'), named);
    assert.equal(sentence, 'My Journal did not answer in time.');
    const gone = feedFailureSentence(new OnlineFailure('not-found', 'rss', { status: 404 }), named);
    assert.match(gone, /^My Journal has nothing at the address of the feed\. .*literatureNotes\.newPapers\.feeds\.$/);
  });

  it('is said of services by their own names', () => {
    const sentence = feedFailureSentence(feedFailure('web-page', 'arxivFeed'), {
      kind: 'arxiv',
      categories: ['cs.CL'],
    });
    assert.match(sentence, /^A web page came instead of data from arXiv/);
  });
});

describe('A feed with more papers than are taken', () => {
  it('says in its row how many were left out', () => {
    assert.match(leftOutSentence(1), /^Only its first 5,000 papers were taken, 1 was left out\. /);
    assert.match(leftOutSentence(2311), /^Only its first 5,000 papers were taken, 2,311 were left out\. /);
  });

  it('is named there, and leads to where feeds are chosen', () => {
    const { label, description, command } = newPapersItem(
      new TroubleNode('My Journal', leftOutSentence(2), 'left-out'),
    );
    assert.equal(label, leftOutSentence(2));
    assert.equal(description, 'My Journal');
    // Feeds are a setting of the machine, which the user's own settings do not show in a window of another one.
    const settings = vscode.env.remoteName === undefined ? 'openSettings' : 'openRemoteSettings';
    assert.equal(command?.command, `workbench.action.${settings}`);
  });
});
