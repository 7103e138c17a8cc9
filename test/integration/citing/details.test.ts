import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { Library } from '../../../src/library/library';
import { InsertCitationWithDetails } from '../../../src/vscode/citing/inserting/insertCitationWithDetails';
import type { CitationForm } from '../../../src/citations/syntax';
import type { AskDetails } from '../../../src/vscode/citing/inserting/detailsField';
import { RecentPapers } from '../../../src/vscode/citing/completing/recentPapers';
import { NO_COMMANDS } from '../noCommands';
import { closeEditors, literature, read, workspaceFile } from '../support';
import { inDocument, LATEX, type Language, MARKDOWN, ORG, TYPST } from './marked';
import { memory } from './memory';

const KNUTH = 'knuth1984texbook';
const SMITH = 'smith2020:deep-x';

/** Types this and takes that form, which must be among those that are shown; the form left out takes what is marked first. */
function typing(typed: string, form?: CitationForm): AskDetails {
  return ({ previews }) => {
    const { forms, told } = previews(typed);
    const taken = form ?? told ?? forms[0].form;
    assert.ok(
      forms.some((one) => one.form === taken),
      forms.map((one) => one.form).join(' '),
    );
    return Promise.resolve({ typed, form: taken });
  };
}

describe('The details of a citation', () => {
  let library: Library;
  before(async () => {
    await literature();
    library = new Library();
    const uri = workspaceFile('refs.bib');
    library.setSource(uri.toString(), bibtexReader.read(await read(uri)));
  });
  after(closeEditors);

  const command = (keys: readonly string[], ask: AskDetails, areKnown = true, recent = new RecentPapers(memory())) => {
    const offered = [keys, []];
    const chooser = {
      papers: () => Promise.resolve((areKnown ? keys : (offered.shift() ?? [])).map((key) => library.get(key)!)),
      areKnown: () => areKnown,
    };
    const drafts = { active: () => Promise.resolve(vscode.window.activeTextEditor) };
    return new InsertCitationWithDetails(drafts, chooser, recent, NO_COMMANDS, ask);
  };

  const cites = (language: Language, marked: string, keys: string[], ask: AskDetails, after: string) =>
    it(`make ${marked} in ${language.name}: ${after}`, () =>
      inDocument(language, marked, async ({ document }) => {
        await command(keys, ask).execute();
        assert.equal(document.getText(), after);
      }));

  const pages = typing('see / pp. 33-35 / and passim');
  cites(MARKDOWN, 'As |.', [KNUTH], pages, `As [see @${KNUTH}, pp. 33-35, and passim].`);
  cites(LATEX, 'As |.', [KNUTH], pages, `As \\cite[see][pp.~33-35, and passim]{${KNUTH}}.`);
  cites(TYPST, 'As |.', [KNUTH], pages, `As see @${KNUTH}[pp.~33-35, and passim].`);
  cites(ORG, 'As |.', [KNUTH], pages, `As [cite:see @${KNUTH} pp. 33-35, and passim].`);

  const bracket = typing('[see @key, pp. 33-35, and passim]');
  cites(MARKDOWN, 'As |.', [KNUTH], bracket, `As [see @${KNUTH}, pp. 33-35, and passim].`);
  cites(LATEX, 'As |.', [KNUTH], bracket, `As \\cite[see][pp.~33-35, and passim]{${KNUTH}}.`);

  const inSentence = typing('@key [chap. 2]');
  cites(MARKDOWN, '|', [KNUTH], inSentence, `@${KNUTH} [chap. 2]`);
  cites(LATEX, '|', [KNUTH], inSentence, `\\textcite[chap.~2]{${KNUTH}}`);
  cites(TYPST, '|', [KNUTH], inSentence, `#cite(<${KNUTH}>, form: "prose", supplement: [chap.~2])`);
  cites(ORG, '|', [KNUTH], inSentence, `[cite/t:@${KNUTH} chap. 2]`);

  const year = typing('', 'year');
  cites(MARKDOWN, '|', [KNUTH], year, `[-@${KNUTH}]`);
  cites(LATEX, '|', [KNUTH], year, `\\citeyear{${KNUTH}}`);
  cites(TYPST, '|', [KNUTH], year, `#cite(<${KNUTH}>, form: "year")`);
  cites(ORG, '|', [KNUTH], year, `[cite/na:@${KNUTH}]`);

  const footnote = typing('cf. / fig. 4', 'footnote');
  cites(MARKDOWN, 'As|.', [KNUTH], footnote, `As^[[cf. @${KNUTH}, fig. 4]].`);
  cites(LATEX, 'As|.', [KNUTH], footnote, `As\\footcite[cf.][fig.~4]{${KNUTH}}.`);
  cites(TYPST, 'As|.', [KNUTH], footnote, `As#footnote[cf. @${KNUTH}[fig.~4]].`);
  cites(ORG, 'As |.', [KNUTH], footnote, `As [cite/ft:cf. @${KNUTH} fig. 4].`);

  const silent = typing('', 'nocite');
  cites(LATEX, '|', [KNUTH], silent, `\\nocite{${KNUTH}}`);
  cites(TYPST, '|', [KNUTH], silent, `#cite(<${KNUTH}>, form: none)`);
  cites(ORG, '|', [KNUTH], silent, `[cite/n:@${KNUTH}]`);

  cites(LATEX, '|', [KNUTH], typing('vol. 2 / p. 3'), `\\cite[vol.~2, p.~3]{${KNUTH}}`);
  const author = typing('eq. 5', 'author');
  cites(TYPST, '|', [KNUTH], author, `#cite(<${KNUTH}>, form: "author", supplement: [eq.~5])`);

  const both = typing('see / p. 3; also / / and more');
  cites(MARKDOWN, '|', [KNUTH, SMITH], both, `[see @${KNUTH}, p. 3; also @${SMITH}, and more]`);
  cites(LATEX, '|', [KNUTH, SMITH], both, `\\cites[see][p.~3]{${KNUTH}}[also][and more]{${SMITH}}`);

  const added = typing('7');
  cites(MARKDOWN, 'As [see @a, p. 3|].', [KNUTH], added, `As [see @a, p. 3; @${KNUTH}, p. 7].`);
  cites(LATEX, '\\footcite{a|}', [KNUTH], added, `\\footcite[p.~7]{a,${KNUTH}}`);
  cites(TYPST, '@a|', [KNUTH], added, `@a @${KNUTH}[p.~7]`);
  cites(ORG, '[cite/t:@a|]', [KNUTH], added, `[cite/t:@a; @${KNUTH} p. 7]`);

  it('show the citation that is written, in every form', () =>
    inDocument(MARKDOWN, 'As |.', async () => {
      const shown: string[] = [];
      await command([KNUTH], ({ previews, title }) => {
        shown.push(title, ...previews('see / 3').forms.map(({ text }) => text));
        return Promise.resolve(undefined);
      }).execute();
      assert.deepEqual(shown, [
        'The TeXbook',
        `[see @${KNUTH}, p. 3]`,
        `see @${KNUTH} [p. 3]`,
        `[see -@${KNUTH}, p. 3]`,
        `^[[see @${KNUTH}, p. 3]]`,
      ]);
    }));

  for (const areKnown of [true, false]) {
    it(`are dropped, with the citation, where the user goes back and the papers were ${areKnown ? 'given' : 'picked'}`, () =>
      inDocument(MARKDOWN, 'As |.', async ({ document }) => {
        const recent = new RecentPapers(memory());
        const ways: boolean[] = [];
        const back: AskDetails = ({ canGoBack }) => {
          ways.push(canGoBack);
          return Promise.resolve(undefined);
        };
        await command([KNUTH], back, areKnown, recent).execute();
        assert.deepEqual(ways, [!areKnown], 'asked once; then the list of papers, which was cancelled');
        assert.equal(document.getText(), 'As .');
        assert.deepEqual(recent.citekeys, []);
      }));
  }
});
