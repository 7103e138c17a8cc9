import assert from 'node:assert/strict';
import { readLibrary } from '../../cases';

const first = (fileName: string, text: string) => readLibrary(fileName, text).entries[0].csl;
const bib = (field: string) => first('x.bib', `@article{k, title = {T}, ${field}}`);

describe('Values as people write them', () => {
  for (const [written, doi] of [
    ['https://doi.org/10.1234%2Fabc', '10.1234/abc'],
    ['http://dx.doi.org/10.1234/a%28b%29', '10.1234/a(b)'],
    ['doi:10.1000.10/123456', '10.1000.10/123456'],
    ['DOI 10.1234/AbC', '10.1234/AbC'],
    ['https://www.doi.org/10.1234/x', '10.1234/x'],
    [
      '10.1002/(SICI)1097-4571(199806)49:8{\\textless}693::AID-ASI4{\\textgreater}3.0.CO;2-O',
      '10.1002/(SICI)1097-4571(199806)49:8<693::AID-ASI4>3.0.CO;2-O',
    ],
    ['10.1234/a\\_b', '10.1234/a_b'],
    ['10.1234/a{\\_}b\\%c', '10.1234/a_b%c'],
    ['10.1234/a$<$b$>$c', '10.1234/a<b>c'],
    ['\\url{https://doi.org/10.1234/z}', '10.1234/z'],
    ['10.1234/a\\textless{}b', '10.1234/a<b'],
    ['10.1234/a$\\lt$b$\\gt$c', '10.1234/a<b>c'],
    ['10.1234/a$\\_$b', '10.1234/a_b'],
    ['10.1234/abc[1]', '10.1234/abc[1]'],
    ['http://dx.doi.org/10.1234/abc%5B1%5D', '10.1234/abc[1]'],
    ['https://doi.org/10.1234/abc?utm=1#x', '10.1234/abc'],
    [
      'https://doi.org/10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-#',
      '10.1002/(SICI)1097-4571(1998)49:8<693::AID-ASI4>3.0.CO;2-#',
    ],
  ]) {
    it(`${written} is the DOI ${doi}`, () => assert.equal(bib(`doi = {${written}}`).DOI, doi));
  }

  for (const [name, tag] of [
    ['american', 'en-US'],
    ['ngerman', 'de-DE'],
    ['british', 'en-GB'],
    ['french', 'fr-FR'],
    ['spanish', 'es-ES'],
    ['brazil', 'pt-BR'],
    ['russian', 'ru-RU'],
    ['de-AT', 'de-AT'],
    ['austrian', 'de-AT'],
    ['english', 'en-US'],
    ['naustrian', 'de-AT'],
    ['USenglish', 'en-US'],
    ['polish', 'pl-PL'],
    ['japanese', 'ja-JP'],
  ]) {
    it(`${name} is the language ${tag}`, () => assert.equal(bib(`langid = {${name}}`).language, tag));
  }

  for (const [name, type] of [
    ['journal-article', 'article-journal'],
    ['proceedings-article', 'paper-conference'],
    ['book-chapter', 'chapter'],
    ['posted-content', 'article'],
    ['monograph', 'book'],
    ['dissertation', 'thesis'],
    ['reference-entry', 'entry'],
    ['edited-book', 'book'],
    ['report-series', 'report'],
    ['peer-review', 'review'],
    ['book-section', 'chapter'],
    ['journalArticle', 'article-journal'],
    ['conferencePaper', 'paper-conference'],
  ]) {
    it(`${name} is the type ${type}`, () =>
      assert.equal(first('x.json', JSON.stringify([{ id: 'a', title: 'T', type: name }])).type, type));
  }
});
