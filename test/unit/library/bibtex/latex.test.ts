import assert from 'node:assert/strict';
import fc from 'fast-check';
import { latexToMarkup, latexToText } from '../../../../src/library/bibtex/latex';
import { verbatimText } from '../../../../src/library/bibtex/verbatim';
import { anyText } from '../papers';

describe('LaTeX as text', () => {
  const check = (source: string, text: string) => assert.equal(latexToText(source), text, source);

  it('has its accents and letters in Unicode, composed', () => {
    check(String.raw`{\"O}zge Aks{\i}n, B{\"u}y{\"u}kg\"ung\"{o}r`, 'Özge Aksın, Büyükgüngör');
    check(String.raw`\'{\i} {\'\i} \'\i \"{\i} {\'{\i}}`, 'í í íï í');
    check(String.raw`\AA{}ngstr\"om \aa \o \L\'od\'z \ss{} \ae`, 'Ångström åøŁódź ß æ');
    check(
      String.raw`\c{C}etinkaya Erd\H{o}s Ho\v{r}ava \v Cech \u{g} \k{a} \d{s} \r{u} \=a \.z`,
      'Çetinkaya Erdős Hořava Čech ğ ą ṣ ů ā ż',
    );
    check("\\^{\\i}le \\~n \\'{E}cole \\`a", 'île ñ École à');
    check(String.raw`Nguy\~{\^e}n`, 'Nguyễn');
    check('A\u0308rger', '\u00c4rger');
  });

  it('has dashes and quotes as printed', () => {
    check("1990--2000 --- ``so'' `x' l'an", "1990–2000 — “so” ‘x’ l'an");
    check(String.raw`a~b J.~Chem \& \% \$5 \# \_ \{x\}`, 'a b J. Chem & % $5 # _ {x}');
    check(String.raw`\enquote{x} \mkbibquote{y} \hyphen z\slash w`, '“x” “y” -z/w');
  });

  it('has no braces, no commands, and one space between words', () => {
    check('  The {DNA}\n\t of  {{X}} ', 'The DNA of X');
    check(String.raw`\emph{Homo} \textbf{s} {\em t} \unknown{u} \texttt{v}\foo w`, 'Homo s t u vfoo w');
    check(String.raw`The {\LaTeX} and \TeX book`, 'The LaTeX and TeXbook');
    check(String.raw`\noopsort{1973b}1973 \href{http://x}{text} \url{http://y}`, '1973 text http://y');
    check('{{{', '');
    check('a } b \\', 'a b');
  });

  it('keeps formulas', () => {
    check('An $O(n^{2})$ bound, 5$', 'An $O(n^{2})$ bound, 5$');
    check(String.raw`\(x_1\) and $\alpha \$$`, String.raw`\(x_1\) and $\alpha \$$`);
  });

  it('is as it is, where nothing is special', () => {
    const text = 'A plain title';
    assert.equal(latexToText(text), text);
    fc.assert(fc.property(anyText, (source) => latexToText(source) === latexToText(source).trim()));
  });
});

describe('LaTeX as CSL markup', () => {
  it('protects what stands in braces, and keeps emphasis', () => {
    assert.equal(latexToMarkup('The {"}Good{"} 1{,}000 {DNA}'), 'The "Good" 1,000 <span class="nocase">DNA</span>');
    assert.equal(latexToMarkup('On {DNA} in \\emph{E. coli}'), 'On <span class="nocase">DNA</span> in <i>E. coli</i>');
    assert.equal(latexToMarkup('H\\textsubscript{2}O {\\"u}ber'), 'H<sub>2</sub>O über');
  });
});

describe('Verbatim values', () => {
  it('lose only what people had to escape', () => {
    assert.equal(verbatimText(String.raw`http://x.org/a\_b\%20{\&}c~d`), 'http://x.org/a_b%20&c~d');
    assert.equal(verbatimText(String.raw`\url{http://x.org/\textasciitilde{}me}`), 'http://x.org/~me');
  });
});
