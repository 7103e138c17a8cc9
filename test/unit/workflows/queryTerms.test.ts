import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasTerm, toggledTerm } from '../../../src/workflows/queryTerms';

describe('A filter in a query', () => {
  const toggles = (query: string, term: string, after: string) =>
    it(`${JSON.stringify(query)} with ${term} toggled: ${JSON.stringify(after)}`, () =>
      assert.equal(toggledTerm(query, term), after));
  toggles('', 'has:note', 'has:note');
  toggles('memory', 'has:note', 'memory has:note');
  toggles('memory has:note', 'has:note', 'memory');
  toggles('has:note memory', 'has:note', 'memory');
  toggles('a has:note b', 'has:note', 'a b');
  toggles('HAS:Note', 'has:note', '');
  toggles('a OR b', 'has:note', '(a OR b) has:note');
  toggles('(a OR b) c', 'has:note', '(a OR b) c has:note');
  toggles('has:note OR b', 'has:note', '(has:note OR b) has:note');
  toggles('-has:note', 'has:note', '-has:note has:note');
  toggles('has:notes', 'has:note', 'has:notes has:note');
  toggles('"has:note"', 'has:note', '"has:note" has:note');
  toggles('(has:note x)', 'has:note', '(has:note x) has:note');
  toggles('x -has:abstract', '-has:abstract', 'x');
  toggles('x', 'rating:>=4', 'x rating:>=4');
  toggles('x rating:>=4', 'rating:>=4', 'x');

  it('is there after it was toggled, and not after it was toggled again, whatever the query', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('has:note', 'memory', 'OR', '(', ')', '-', '+', '"', 'title:', ' ', 'status:unread')),
        fc.constantFrom('has:note', 'status:unread', 'rating:>=4'),
        (pieces, term) => {
          const query = pieces.join(' ');
          // A quote or parenthesis that is not closed takes in what follows.
          fc.pre(pieces.every((piece) => !'"('.includes(piece)) && !/[-+:]\s*$|OR\s*$/.test(query));
          fc.pre(!hasTerm(query, term));
          const on = toggledTerm(query, term);
          assert.ok(hasTerm(on, term), on);
          assert.ok(!hasTerm(toggledTerm(on, term), term), on);
        },
      ),
    ));
});
