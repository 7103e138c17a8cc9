import assert from 'node:assert/strict';
import type { CslItem } from '../../../src/library/model/csl';
import { parsePlainName } from '../../../src/library/model/names';
import type { Found } from '../../../src/online/found';
import { nearest, questionsFor, saidByKey } from '../../../src/workflows/adding/saidByKey';

const said = (key: string) => {
  const { author = '', year = '', words, identifier } = saidByKey(key);
  return identifier ? `${identifier.kind} ${identifier.value}` : `${author}|${year}|${words.join(' ')}`;
};

describe('What a citekey says of its paper', () => {
  for (const [key, says] of [
    ['vaswani2017attention', 'vaswani|2017|attention'],
    ['Vaswani2017', 'vaswani|2017|'],
    ['vaswani2017a', 'vaswani|2017|'],
    ['vaswani_attention_2017', 'vaswani|2017|attention'],
    ['vaswani-etal-2017-attention', 'vaswani|2017|attention'],
    ['Vaswani:2017:Attention', 'vaswani|2017|attention'],
    ['VaswaniEtAl2017', 'vaswani|2017|'],
    ['lecun1998gradientbased', 'lecun|1998|gradientbased'],
    ['LeCun2015DeepLearning', 'lecun|2015|deep learning'],
    ['VanDenOord2016wavenet', 'vandenoord|2016|wavenet'],
    ['müller2020karten', 'müller|2020|karten'],
    ['王2020注意力', '王|2020|注意力'],
    ['devlin19', 'devlin|2019|'],
    ['knuth84texbook', 'knuth|1984|texbook'],
    ['DBLP:conf/nips/VaswaniSPUJGKP17', 'vaswani|2017|'],
    ['attention-is-all-you-need', 'attention||all need'],
    ['knuth:texbook', 'knuth||texbook'],
    ['arXiv:1706.03762', 'arxiv 1706.03762'],
    ['DBLP:journals/corr/abs-1706-03762', 'arxiv 1706.03762'],
    ['10.1145/3458817.3476195', 'doi 10.1145/3458817.3476195'],
    ['doi:10.1145/3458817.3476195', 'doi 10.1145/3458817.3476195'],
    ['12345', '||'],
    ['', '||'],
  ] as const)
    it(`${key || 'nothing'}: ${says}`, () => assert.equal(said(key), says));

  it('is little and soon read, whatever the key is', () => {
    const { words } = saidByKey('a-'.repeat(5000) + '2017' + 'word_'.repeat(5000));
    assert.ok(words.length <= 10);
  });
});

describe('What services are asked for', () => {
  const SENTENCE = 'Transformers replace recurrence by self-attention in translation models and they are 2017 new.';

  it('is what the key says, then, where that finds nothing, words of the sentence', () => {
    assert.deepEqual(questionsFor(saidByKey('vaswani2017attention'), SENTENCE), [
      'vaswani attention',
      'vaswani transformers replace recurrence attention translation models',
    ]);
  });

  it('is both where the key says no word', () => {
    assert.deepEqual(questionsFor(saidByKey('vaswani2017'), SENTENCE), [
      'vaswani transformers replace recurrence attention translation models',
    ]);
    assert.deepEqual(questionsFor(saidByKey('vaswani2017'), ''), ['vaswani']);
    assert.deepEqual(questionsFor(saidByKey('12345'), SENTENCE), [
      'transformers replace recurrence attention translation models',
    ]);
    assert.deepEqual(questionsFor(saidByKey('12345'), ''), []);
  });

  it('is no more than six words of a sentence, without commands of LaTeX and addresses', () => {
    const long = '\\emph{Deep} nets https://example.org/secret learn \\textbf{features} ' + 'another '.repeat(500);
    assert.deepEqual(questionsFor(saidByKey('x'), long), ['x deep nets learn features another']);
    const many = 'alpha bravo charlie delta echoes foxtrot golfing hotels';
    assert.equal(questionsFor(saidByKey('12'), many)[0].split(' ').length, 6);
  });
});

describe('The nearest papers to a citekey', () => {
  const paper = (title: string, authors: string, year?: number, more: CslItem = {}): Found => ({
    service: 'crossref',
    item: {
      title,
      author: authors.split(', ').map(parsePlainName),
      ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
      ...more,
    },
  });
  const ATTENTION = paper('Attention Is All You Need', 'Ashish Vaswani, Noam Shazeer', 2017);
  const OTHERS = [
    paper('Attention Mechanisms in Vision', 'Ida Moe', 2021),
    paper('Tensor2Tensor', 'Ashish Vaswani, Samy Bengio', 2018),
    paper('On Whales', 'Jane Doe', 2017),
  ];
  const near = (key: string, found: readonly Found[], sentence = '') =>
    nearest(saidByKey(key), sentence, found).map(({ item }) => item.title);

  it('have its author, its year and its word, the best first, and none that has nothing of it', () => {
    assert.deepEqual(near('vaswani2017attention', [...OTHERS, ATTENTION]), [
      'Attention Is All You Need',
      'Tensor2Tensor',
      'Attention Mechanisms in Vision',
    ]);
  });

  it('may have another year, another first author, or words that are written apart', () => {
    assert.equal(near('vaswani2016attention', [...OTHERS, ATTENTION])[0], 'Attention Is All You Need');
    assert.equal(near('shazeer2017attention', [...OTHERS, ATTENTION])[0], 'Attention Is All You Need');
    const lecun = paper('Gradient-based learning applied to document recognition', 'Yann LeCun', 1998);
    assert.deepEqual(near('lecun1998gradientbased', [...OTHERS, lecun]), [
      'Gradient-based learning applied to document recognition',
    ]);
    assert.deepEqual(near('vandenoord2016wavenet', [paper('WaveNet', 'Aäron van den Oord', 2016)]), ['WaveNet']);
    assert.deepEqual(near('Vas17', [ATTENTION, ...OTHERS.slice(2)]), ['Attention Is All You Need']);
  });

  it('are told apart by the sentence where the key says little', () => {
    const sentence = 'Libraries of tensor computations help.';
    const tensor = paper('Tensor2Tensor', 'Ashish Vaswani', 2017, { abstract: 'A library of tensor computations.' });
    assert.deepEqual(near('vaswani2017', [ATTENTION, tensor], sentence), [
      'Tensor2Tensor',
      'Attention Is All You Need',
    ]);
    assert.deepEqual(near('12345', [ATTENTION, tensor], sentence), ['Tensor2Tensor']);
  });
});
