import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { bibtexReader } from '../../../src/library/formats/bibtex';
import { Library } from '../../../src/library/library';
import { InsertCitationWithDetails } from '../../../src/vscode/citing/inserting/insertCitationWithDetails';
import type { Prompts } from '../../../src/vscode/citing/inserting/detailsDialog';
import { RecentPapers } from '../../../src/vscode/citing/completing/recentPapers';
import { closeEditors, literature, read, workspaceFile } from '../support';
import { inDocument, LATEX, type Language, MARKDOWN, ORG, TYPST } from './marked';
import { memory } from './memory';

const KNUTH = 'knuth1984texbook';
const SMITH = 'smith2020:deep-x';

/** Answers each question with the next of these: a text to type or the label to choose; undefined cancels. */
function answering(answers: readonly (string | undefined)[]) {
  const left = [...answers];
  const prompts = {
    input: () => Promise.resolve(left.shift()),
    pick: (items: readonly vscode.QuickPickItem[]) => {
      const wanted = left.shift();
      const chosen = items.find(({ label }) => label === wanted);
      assert.equal(chosen?.label, wanted, items.map(({ label }) => label).join(', '));
      return Promise.resolve(chosen);
    },
  };
  return { prompts: prompts as unknown as Prompts, left };
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

  const command = (keys: readonly string[], prompts: Prompts, recent = new RecentPapers(memory())) => {
    const chooser = { papers: () => Promise.resolve(keys.map((key) => library.get(key)!)) };
    return new InsertCitationWithDetails(
      { active: () => Promise.resolve(vscode.window.activeTextEditor) },
      chooser,
      recent,
      prompts,
    );
  };

  const cites = (language: Language, marked: string, keys: string[], answers: string[], after: string) =>
    it(`“${answers.filter(Boolean).join('”, “')}” in ${language.name}: ${after}`, () =>
      inDocument(language, marked, async ({ document }) => {
        const { prompts, left } = answering(answers);
        await command(keys, prompts).execute();
        assert.equal(document.getText(), after);
        assert.deepEqual(left, [], 'all questions were asked');
      }));

  const pages = ['see', 'Page', '33-35', 'and passim', 'In parentheses'];
  cites(MARKDOWN, 'As |.', [KNUTH], pages, `As [see @${KNUTH}, pp. 33-35, and passim].`);
  cites(LATEX, 'As |.', [KNUTH], pages, `As \\cite[see][pp.~33-35, and passim]{${KNUTH}}.`);
  cites(TYPST, 'As |.', [KNUTH], pages, `As see @${KNUTH}[pp.~33-35, and passim].`);
  cites(ORG, 'As |.', [KNUTH], pages, `As [cite:see @${KNUTH} pp. 33-35, and passim].`);

  const chapter = ['', 'Chapter', '2', '', 'In the sentence'];
  cites(MARKDOWN, '|', [KNUTH], chapter, `@${KNUTH} [chap. 2]`);
  cites(LATEX, '|', [KNUTH], chapter, `\\textcite[chap.~2]{${KNUTH}}`);
  cites(TYPST, '|', [KNUTH], chapter, `#cite(<${KNUTH}>, form: "prose", supplement: [chap.~2])`);
  cites(ORG, '|', [KNUTH], chapter, `[cite/t:@${KNUTH} chap. 2]`);

  const year = ['', 'The whole work', '', 'Year only'];
  cites(MARKDOWN, '|', [KNUTH], year, `[-@${KNUTH}]`);
  cites(LATEX, '|', [KNUTH], year, `\\citeyear{${KNUTH}}`);
  cites(TYPST, '|', [KNUTH], year, `#cite(<${KNUTH}>, form: "year")`);
  cites(ORG, '|', [KNUTH], year, `[cite/na:@${KNUTH}]`);

  const footnote = ['cf.', 'Figure', '4', '', 'Footnote'];
  cites(MARKDOWN, 'As|.', [KNUTH], footnote, `As^[[cf. @${KNUTH}, fig. 4]].`);
  cites(LATEX, 'As|.', [KNUTH], footnote, `As\\footcite[cf.][fig.~4]{${KNUTH}}.`);
  cites(TYPST, 'As|.', [KNUTH], footnote, `As#footnote[cf. @${KNUTH}[fig.~4]].`);
  cites(ORG, 'As |.', [KNUTH], footnote, `As [cite/ft:cf. @${KNUTH} fig. 4].`);

  const silent = ['', 'The whole work', '', 'In the bibliography only'];
  cites(LATEX, '|', [KNUTH], silent, `\\nocite{${KNUTH}}`);
  cites(TYPST, '|', [KNUTH], silent, `#cite(<${KNUTH}>, form: none)`);
  cites(ORG, '|', [KNUTH], silent, `[cite/n:@${KNUTH}]`);

  cites(MARKDOWN, '|', [KNUTH], ['', 'Section', '3.2', '', 'In parentheses'], `[@${KNUTH}, sec. 3.2]`);
  cites(LATEX, '|', [KNUTH], ['', 'Volume', '2', 'p. 3', 'In parentheses'], `\\cite[vol.~2, p.~3]{${KNUTH}}`);
  cites(
    TYPST,
    '|',
    [KNUTH],
    ['', 'Equation', '5', '', 'Author only'],
    `#cite(<${KNUTH}>, form: "author", supplement: [eq.~5])`,
  );
  cites(ORG, '|', [KNUTH], ['', 'Table', '1-2', '', 'Author only'], `[cite/a:@${KNUTH} tbls. 1-2]`);

  const both = ['see', 'Page', '3', '', 'also', 'The whole work', 'and more', 'In parentheses'];
  cites(MARKDOWN, '|', [KNUTH, SMITH], both, `[see @${KNUTH}, p. 3; also @${SMITH}, and more]`);
  cites(LATEX, '|', [KNUTH, SMITH], both, `\\cites[see][p.~3]{${KNUTH}}[also][and more]{${SMITH}}`);

  const added = ['', 'Page', '7', ''];
  cites(MARKDOWN, 'As [see @a, p. 3|].', [KNUTH], added, `As [see @a, p. 3; @${KNUTH}, p. 7].`);
  cites(LATEX, '\\footcite{a|}', [KNUTH], added, `\\footcite[p.~7]{a,${KNUTH}}`);
  cites(TYPST, '@a|', [KNUTH], added, `@a @${KNUTH}[p.~7]`);
  cites(ORG, '[cite/t:@a|]', [KNUTH], added, `[cite/t:@a; @${KNUTH} p. 7]`);

  const steps = ['see', 'Page', '3', 'and more', 'In parentheses'];
  steps.forEach((_, step) =>
    it(`are dropped, with the citation, where question ${step + 1} is cancelled`, () =>
      inDocument(MARKDOWN, 'As |.', async ({ document }) => {
        const recent = new RecentPapers(memory());
        const { prompts } = answering([...steps.slice(0, step), undefined]);
        await command([KNUTH], prompts, recent).execute();
        assert.equal(document.getText(), 'As .');
        assert.deepEqual(recent.citekeys, []);
      })),
  );
});
