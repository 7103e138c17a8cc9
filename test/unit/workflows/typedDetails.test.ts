import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SYNTAXES, type SyntaxId } from '../../../src/citations/syntaxes';
import { detailedItem } from '../../../src/workflows/detailedCitation';
import { typedDetails } from '../../../src/workflows/typedDetails';

/** What is typed about some papers, as a citation of them. */
function written(typed: string, keys: readonly string[] = ['k'], id: SyntaxId = 'pandoc', language?: string): string {
  const { details, form } = typedDetails(typed, keys, language);
  const items = keys.map((key, i) => detailedItem(key, details[i], SYNTAXES[id]));
  return SYNTAXES[id].format({ form, items });
}

describe('Details as they are typed', () => {
  const reads = (typed: string, citation: string, keys?: string[], id?: SyntaxId) =>
    it(`${JSON.stringify(typed)}: ${citation}`, () => assert.equal(written(typed, keys, id), citation));

  reads('', '[@k]');
  reads('see / pp. 3-5 / and passim', '[see @k, pp. 3-5, and passim]');
  reads('see / pp. 3-5', '[see @k, pp. 3-5]');
  reads('pp. 3-5 / and passim', '[@k, pp. 3-5, and passim]');
  reads('/ pp. 3-5', '[@k, pp. 3-5]');
  reads('/ / and passim', '[@k, and passim]');
  reads('see / / and passim', '[see @k, and passim]');
  reads('see /', '[see @k]');
  reads('pp. 3-5', '[@k, pp. 3-5]');
  reads('3-5', '[@k, pp. 3-5]');
  reads('3', '[@k, p. 3]');
  reads('§ 3.2', '[@k, § 3.2]');
  reads('chap. 2, and more', '[@k, chap. 2, and more]');
  reads('see', '[see @k]');
  reads('see and/or read', '[see and/or read @k]');
  reads('see pp. 3-5 and passim', '[see @k, pp. 3-5, and passim]');
  reads('cf., p. 3', '[cf. @k, p. 3]');
  reads('see / the last chapter / there', '[see @k, {the last chapter}, there]');
  reads('see 2 others / p. 3', '[see 2 others @k, p. 3]');

  const inGerman = (typed: string, citation: string) =>
    it(`${JSON.stringify(typed)} in German: ${citation}`, () =>
      assert.equal(written(typed, ['k'], 'pandoc', 'de-DE'), citation));
  inGerman('siehe / 3-5', '[siehe @k, S. 3-5]');
  inGerman('siehe S. 3-5 und öfter', '[siehe @k, S. 3-5, und öfter]');
  inGerman('Kap. 2', '[@k, Kap. 2]');
  inGerman('[@key, 3]', '[@k, S. 3]');
  inGerman('p. 3', '[@k, p. 3]');

  reads('[see @key, pp. 3-5]', '[see @k, pp. 3-5]');
  reads('[see @key, pp. 3-5, and passim]', '[see @k, pp. 3-5, and passim]');
  reads('[see @, pp. 3-5]', '[see @k, pp. 3-5]');
  reads('[see @k, pp. 3', '[see @k, pp. 3]');
  reads('see @, p. 3', '[see @k, p. 3]');
  reads('[-@key, p. 3]', '[-@k, p. 3]');
  reads('@key [p. 3]', '@k [p. 3]');
  reads('@', '@k');

  reads('see / p. 3; also / ch. 2', '[see @a, p. 3; also @b, ch. 2]', ['a', 'b']);
  reads('p. 3', '[@a, p. 3; @b]', ['a', 'b']);
  reads('; p. 3', '[@a; @b, p. 3]', ['a', 'b']);
  reads('see @b, p. 3; also @a, ch. 2', '[also @a, ch. 2; see @b, p. 3]', ['a', 'b']);
  reads('[see @; also @, p. 3]', '[see @a; also @b, p. 3]', ['a', 'b']);

  reads('see / pp. 3-5 / 100% & more', '\\cite[see][pp.~3-5, 100\\% \\& more]{k}', ['k'], 'latex');
  reads('pp. 3-5', '@k[pp.~3-5]', ['k'], 'typst');
  reads('see / pp. 3-5', '[cite:see @k pp. 3-5]', ['k'], 'org');

  it('say something of each paper and no other key, whatever is typed', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('see', ' / ', 'p. 3', ';', '@', '@key', '[', ']', '-', ' ', '{', '}', '`', '\\', '\n'),
        ),
        fc.constantFrom(['a'], ['a', 'b'], ['a', 'b', 'c']),
        (pieces, keys) => {
          const { details } = typedDetails(pieces.join(''), keys);
          assert.equal(details.length, keys.length);
        },
      ),
    ));
});
