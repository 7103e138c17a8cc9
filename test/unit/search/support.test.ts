import assert from 'node:assert/strict';
import fc from 'fast-check';
import { engineWith, paper, type TestEngine } from './papers';
import { anyText } from '../notes/anyText';

const library = [
  paper('collective', 'Algorithmic collective action', {
    abstract:
      'Platforms learn from their users. Users of a platform who coordinate can change what its learner does. Proofs follow.',
  }),
  paper('noted', 'Strikes of the data', {
    abstract: 'On strikes.',
    note: {
      text: '# Summary\n\n- users who **coordinate** change the platform, says section 3\n- nothing else',
      tags: [],
    },
  }),
  paper('titled', 'Users of a platform who coordinate change it'),
  paper('other', 'Bees', { abstract: 'Bees visit meadows. They dance.' }),
  paper('tagged', 'Dances', { abstract: 'The title:bees OR +dance -meadows of "bees".' }),
];

describe('support for a text', () => {
  let engine: TestEngine;
  before(async () => void (engine = await engineWith(...library)));

  it('is the sentence of an abstract or a note that speaks of it, best first', async () => {
    assert.deepEqual(await engine.support('Coordinated users can change the platform they are on.'), [
      ['collective', 'Users of a platform who coordinate can change what its learner does.'],
      ['noted', 'users who **coordinate** change the platform, says section 3'],
    ]);
  });

  it('is at most so much', async () =>
    assert.equal((await engine.support('users who coordinate change it', 1)).length, 1));

  it('takes operators for words', async () => {
    const text = 'title:bees OR -meadows +dance* AND "visit (year:1999';
    assert.deepEqual((await engine.support(text)).map(([id]) => id).sort(), ['other', 'tagged']);
  });

  for (const text of ['', '  ', 'the of and', 'zzyzx', '🐝 …', '"', 'has:pdfx', '10.1145/12345']) {
    it(`is none for ${JSON.stringify(text)}`, async () => assert.deepEqual(await engine.support(text), []));
  }

  it('lives with any text, and gives sentences of one line', () =>
    fc.assert(
      fc.asyncProperty(anyText(['😀'], 200), async (text) => {
        for (const [id, sentence] of await engine.support(`${text} users dance ${text}`)) {
          assert.ok(id && sentence && !/[\n\r]/.test(sentence));
        }
      }),
    ));
});
