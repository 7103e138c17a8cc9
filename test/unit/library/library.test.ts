import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Library, type LibraryDiff } from '../../../src/library/library';
import { paperHash } from '../../../src/library/keys/citekey';
import type { Paper } from '../../../src/library/model/paper';
import { paper, reading } from './papers';
import { cases } from '../support/cases';

const keys = (diff: LibraryDiff) =>
  Object.fromEntries(
    Object.entries(diff).map(([kind, list]: [string, Paper[]]) => [
      kind,
      list.map((entry) => (entry as unknown as { citekey: string }).citekey),
    ]),
  );
const stated = (statedKey: string, title = statedKey, more: Partial<Paper> = {}) =>
  paper(title, { statedKey, ...more });
const codes = (library: Library, uri: string) => library.problems(uri).map((problem) => problem.code);

describe('The library', () => {
  it('gives one diff an update', () => {
    const library = new Library();
    const both = reading(stated('a'), stated('b'));
    assert.deepEqual(keys(library.setSource('x', both)), { added: ['a', 'b'], changed: [], removed: [] });
    assert.deepEqual(keys(library.setSource('x', both)), { added: [], changed: [], removed: [] });
    const edited = reading(stated('b', 'New'), stated('c'));
    assert.deepEqual(keys(library.setSource('x', edited)), { added: ['c'], changed: ['b'], removed: ['a'] });
    assert.deepEqual(keys(library.removeSource('x')), { added: [], changed: [], removed: ['b', 'c'] });
    assert.deepEqual(library.entries(), []);
  });

  it('keeps the object of an entry that only moved, and brings its place up to date', () => {
    const library = new Library();
    library.setSource('x', reading(stated('a'), stated('b')));
    const before = library.get('b');
    library.setSource('x', reading(stated('new'), stated('a'), stated('b')));
    assert.equal(library.get('b'), before);
    assert.equal(before?.source.range.start.line, 2);
  });

  it('lists sources by precedence and entries as they stand', () => {
    const library = new Library();
    library.setSource('u', reading(stated('u1')), { scope: 'user', position: 0 });
    library.setSource('b', reading(stated('b1'), stated('b0')), { scope: 'workspace', position: 1 });
    library.setSource('c', reading(stated('c1')), { scope: 'workspace', position: 0 });
    library.setSource('a', reading(stated('a1')), { scope: 'workspace', position: 1 });
    assert.deepEqual(
      library.entries().map((entry) => entry.citekey),
      ['c1', 'a1', 'b1', 'b0', 'u1'],
    );
    assert.deepEqual(library.sources(), ['c', 'a', 'b', 'u']);
  });

  it('takes several changes as one update', () => {
    const library = new Library();
    library.setSource('x', reading(stated('a', 'Title')));
    const moved = library.apply([
      { uri: 'x', result: undefined },
      { uri: 'y', result: reading(stated('a', 'Title')) },
    ]);
    assert.deepEqual(keys(moved), { added: [], changed: ['a'], removed: [] });
  });
});

describe('Clashing keys', () => {
  const net = paper('Language Model Cascades');
  const token = paper('Language Model Cascades: Token-level Uncertainty');
  const hashed = (paper: Paper) => `languagemodelcascades-${paperHash(paper)}`;

  it('get the hash of the title, whatever the order', () => {
    for (const order of [
      [net, token],
      [token, net],
      [paper('Other'), token, net],
    ]) {
      const library = new Library();
      library.setSource('x', reading(...order));
      assert.equal(library.get(hashed(net))?.title, net.title);
      assert.equal(library.get(hashed(token))?.title, token.title);
      assert.equal(library.get('languagemodelcascades'), undefined);
      assert.deepEqual(
        new Set(library.ambiguous('languagemodelcascades').map((entry) => entry.title)),
        new Set([net.title, token.title]),
      );
      assert.deepEqual(codes(library, 'x'), ['ambiguous-key']);
    }
  });

  it('are settled anew when a paper comes or goes', () => {
    const library = new Library();
    library.setSource('x', reading(net));
    assert.equal(library.get('languagemodelcascades')?.title, net.title);
    const came = keys(library.setSource('y', reading(token)));
    assert.deepEqual(came, { added: [hashed(net), hashed(token)], changed: [], removed: ['languagemodelcascades'] });
    const left = keys(library.removeSource('x'));
    assert.deepEqual(left, { added: ['languagemodelcascades'], changed: [], removed: [hashed(net), hashed(token)] });
  });

  it('always leave a stated key to who states it', () => {
    const library = new Library();
    library.setSource('x', reading(net));
    library.setSource('y', reading(stated('languagemodelcascades', 'Something Else')));
    assert.equal(library.get('languagemodelcascades')?.title, 'Something Else');
    assert.equal(library.get(hashed(net))?.title, net.title);
    library.setSource('z', reading(stated(hashed(net), 'Who Would Do That')));
    assert.equal(library.get(hashed(net))?.title, 'Who Would Do That');
    assert.equal(library.get(`languagemodelcascades-${paperHash(net, 10)}`)?.title, net.title);
  });

  it('are one paper where the titles are the same', () => {
    const library = new Library();
    library.setSource('a', reading(paper('Pointer Networks', { abstract: 'first' })));
    const diff = library.setSource('b', reading(paper('POINTER networks.', { abstract: 'second' })));
    assert.deepEqual(keys(diff), { added: [], changed: [], removed: [] });
    assert.equal(library.get('pointernetworks')?.abstract, 'first');
    assert.deepEqual(
      library.problems('b').map((problem) => [problem.code, problem.severity, problem.related?.[0].uri]),
      [['duplicate-paper', 'information', 'a']],
    );
    assert.equal(library.entries().length, 1);
    library.removeSource('a');
    assert.equal(library.get('pointernetworks')?.abstract, 'second');
  });

  it('of stated keys go to the first by precedence; the loser is reported, not lost', () => {
    const library = new Library();
    library.setSource('late', reading(stated('k', 'Late')), { scope: 'user', position: 0 });
    library.setSource('early', reading(stated('k', 'Early'), stated('k', 'Again')), {
      scope: 'workspace',
      position: 3,
    });
    assert.equal(library.get('k')?.title, 'Early');
    assert.deepEqual(
      library.entries().map((entry) => entry.title),
      ['Early'],
    );
    assert.deepEqual(
      library.problems('late').map(({ severity }) => severity),
      ['information'],
    );
    assert.deepEqual(
      library.problems('early').map(({ severity, range }) => [severity, range.start.line]),
      [['warning', 1]],
    );
    assert.deepEqual(keys(library.setSource('early', reading())), { added: [], changed: ['k'], removed: [] });
    assert.equal(library.get('k')?.title, 'Late');
  });

  it('are settled anew when the precedence of a source changes', () => {
    const library = new Library();
    library.setSource('a', reading(stated('k', 'A')), { scope: 'workspace', position: 0 });
    library.setSource('b', reading(stated('k', 'B')), { scope: 'workspace', position: 1 });
    library.setSource('a', reading(stated('k', 'A')), { scope: 'workspace', position: 2 });
    assert.equal(library.get('k')?.title, 'B');
  });
});

describe('Further names of an entry', () => {
  it('lead to it, after main keys', () => {
    const library = new Library();
    library.setSource('x', reading(stated('main', 'Main', { aliases: ['old', 'other'] }), stated('other', 'Other')));
    const meaning = library.resolve('old');
    assert.equal(meaning && 'aliasOf' in meaning && meaning.aliasOf.citekey, 'main');
    const own = library.resolve('other');
    assert.equal(own && 'entry' in own && own.entry.title, 'Other');
    assert.deepEqual(codes(library, 'x'), ['duplicate-alias']);
    assert.equal(library.resolve('nothing'), undefined);
  });

  it('are stated, so that no made key takes them', () => {
    const library = new Library();
    library.setSource('x', reading(paper('Pointer Networks')));
    library.setSource('y', reading(stated('main', 'Main', { aliases: ['pointernetworks'] })));
    const meaning = library.resolve('pointernetworks');
    assert.equal(meaning && 'aliasOf' in meaning && meaning.aliasOf.citekey, 'main');
    assert.equal(library.get(`pointernetworks-${paperHash({ title: 'Pointer Networks' })}`)?.title, 'Pointer Networks');
  });
});

describe('The DOI of an entry', () => {
  const library = new Library();
  const added = stated('main', 'Main', { doi: '10.1000/Deep(2020)x' });
  library.setSource('x', reading(added, stated('copy', 'Copy', { doi: '10.1000/deep(2020)x' })));
  const meant = (key: string) => {
    const meaning = library.resolve(key);
    return meaning && 'aliasOf' in meaning && meaning.isDoi && meaning.aliasOf.citekey;
  };

  const FORMS = ['', 'doi:', 'DOI:', 'https://doi.org/', 'http://dx.doi.org/', 'https://www.doi.org/'];
  for (const form of FORMS) {
    it(`names it where it is cited as ${form}10.…, in any case`, () => {
      assert.equal(meant(`${form}10.1000/deep(2020)x`), 'main');
      assert.equal(meant(`${form}10.1000/DEEP(2020)X`), 'main');
    });
  }

  it('names it with its slash escaped, as links have it', () => assert.equal(meant('10.1000%2Fdeep(2020)x'), 'main'));

  it('names none where no entry has it, nor as part of another address', () => {
    assert.equal(library.resolve('10.1000/deep'), undefined);
    assert.equal(library.resolve('https://example.org/10.1000/deep(2020)x'), undefined);
  });

  it('names what has it as a key, after which come those that state it', () => {
    const keyed = new Library();
    keyed.setSource('x', reading(stated('main', 'Main', { doi: '10.1000/x' }), stated('10.1000/x', 'Keyed')));
    const own = keyed.resolve('10.1000/x');
    assert.equal(own && 'entry' in own && own.entry.title, 'Keyed');
  });

  it('goes with the entry', () => {
    const short = new Library();
    short.setSource('x', reading(stated('a', 'A', { doi: '10.1000/x' })));
    assert.ok(short.resolve('doi:10.1000/x'));
    short.setSource('x', reading(stated('a', 'A', { doi: '10.1000/y' })));
    assert.equal(short.resolve('doi:10.1000/x'), undefined);
    assert.ok(short.resolve('doi:10.1000/y'));
    short.removeSource('x');
    assert.equal(short.resolve('doi:10.1000/y'), undefined);
  });
});

describe('After any updates', () => {
  const title = fc.constantFrom('Alpha Beta', 'alpha beta!', 'Alpha Beta: Gamma', 'Alpha', '日本', 'B');
  const titled = fc.record({ title, statedKey: fc.option(fc.constantFrom('alphabeta', 'k', 'b'), { nil: undefined }) });
  const source = fc.record({
    uri: fc.constantFrom('x', 'y', 'z'),
    papers: fc.option(fc.array(titled, { maxLength: 5 }), { nil: undefined }),
  });
  const state = (library: Library) => ({
    keys: library.entries().map((entry) => [entry.citekey, entry.title, entry.source]),
    problems: ['x', 'y', 'z'].map((uri) =>
      library
        .problems(uri)
        .map(({ code }) => code)
        .sort(),
    ),
  });

  it('the library is the same as one built at once, and the diffs add up to it', () => {
    fc.assert(
      fc.property(fc.array(source, { maxLength: 8 }), (updates) => {
        const library = new Library();
        const last = new Map<string, ReturnType<typeof reading>>();
        const known = new Map<string, unknown>();
        for (const { uri, papers } of updates) {
          const result = papers && reading(...papers.map(({ title, statedKey }) => paper(title, { statedKey })));
          if (result) last.set(uri, result);
          else last.delete(uri);
          const diff = library.apply([{ uri, result }]);
          for (const entry of diff.removed) assert.ok(known.delete(entry.citekey));
          for (const entry of diff.added) assert.equal(known.has(entry.citekey), false);
          for (const entry of diff.changed) assert.notEqual(known.get(entry.citekey), entry);
          for (const entry of [...diff.added, ...diff.changed]) known.set(entry.citekey, entry);
          assert.deepEqual(new Set(library.entries()), new Set(known.values()));
          for (const entry of library.entries()) assert.equal(library.get(entry.citekey), entry);
        }
        const atOnce = new Library();
        atOnce.apply([...last].map(([uri, result]) => ({ uri, result })));
        assert.deepEqual(state(library), state(atOnce));
      }),
      { numRuns: cases(150) },
    );
  });
});
