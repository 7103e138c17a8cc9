import assert from 'node:assert/strict';
import { OnlineFailure, type FailureCode, type FailureDetails } from '../../../src/online/failure';
import { failuresSentence, failureSentence } from '../../../src/vscode/online/failureSentences';

describe('Why a service gave no answer', () => {
  const table: readonly (readonly [code: FailureCode, details: FailureDetails, sentence: string])[] = [
    ['disabled', {}, 'Asking online services is switched off (literatureNotes.online).'],
    ['cancelled', {}, 'The look-up was cancelled.'],
    ['offline', {}, 'Crossref cannot be reached. Is this machine online? Behind a proxy, see the setting http.proxy.'],
    ['timed-out', {}, 'Crossref did not answer in time.'],
    [
      'not-found',
      { status: 404 },
      'Crossref has nothing at its address. Look at the setting literatureNotes.online.endpoints.',
    ],
    ['forbidden', { status: 403 }, 'Crossref refuses to answer (403). It may want a key, or a key that is valid.'],
    ['too-many', { status: 429 }, 'Crossref is asked too often at the moment. Try again later.'],
    ['too-many', { status: 429, retryAfter: 90.2 }, 'Crossref is asked too often. It wants 91 seconds of rest.'],
    ['refused', { status: 418 }, 'Crossref does not take the question (418).'],
    ['server', { status: 503 }, 'Crossref is out of order (503). Try again later.'],
    ['web-page', {}, 'A web page came instead of data from Crossref. Does this network want you to log in?'],
    ['unreadable', {}, 'Crossref sent something that cannot be read.'],
    ['too-large', {}, 'Crossref sent more than is taken.'],
    ['cut-off', {}, 'The answer of Crossref was cut off.'],
    ['astray', {}, 'Crossref leads to an address that is not followed.'],
  ];
  for (const [code, details, sentence] of table)
    it(`is said in one sentence or two: ${sentence}`, () =>
      assert.equal(failureSentence(new OnlineFailure(code, 'crossref', details)), sentence));

  it('is said once for each service, and once for a machine that is offline', () => {
    const offline = [new OnlineFailure('offline', 'crossref'), new OnlineFailure('offline', 'arxiv')];
    const none = 'No service can be reached. Is this machine online? Behind a proxy, see the setting http.proxy.';
    assert.equal(failuresSentence(offline), none);
    const late = new OnlineFailure('timed-out', 'arxiv');
    assert.equal(failuresSentence([late, late]), 'arXiv did not answer in time.');
    assert.equal(failuresSentence([offline[0], late]), `${failureSentence(offline[0])} arXiv did not answer in time.`);
    assert.equal(failuresSentence([]), '');
  });
});
