import type { SyntaxId } from '../../../src/citations/syntaxes';

/** Texts that Pandoc reads otherwise than we do. */
interface Differences {
  /** It cites where nothing is cited. */
  readonly hostile: readonly string[];
  /** It cites something else. */
  readonly cited: readonly string[];
}

/**
 * By syntax, what Pandoc 2.17 reads otherwise by intent. Markdown: mentions, addresses, links to notes, shortcodes, metadata, and code
 * as CommonMark has it. LaTeX: packages that it does not know, conditions, texts that end its reading. Org: keywords, footnotes and
 * what Org's own parser takes for other objects.
 */
export const DIFFERENCES: Readonly<Partial<Record<SyntaxId, Differences>>> = {
  pandoc: {
    hostile: [
      'https://mastodon.social/@doe',
      'Follow @doe@mastodon.social.',
      '# Doe {#doe}\n\nAs in @doe.',
      '![Doe](a.png){#doe width=50%}\n\n@doe shows.',
      '[[@doe]]',
      '[[@doe|Doe 2020]]',
      '![[@doe]]',
      '<code>@doe</code>',
      '{{< video @doe >}}',
      '{{< cite [@doe] >}}',
      '{{% note @doe %}}',
      '{{< highlight r >}}\n@doe\n{{< /highlight >}}',
      '{{</* cite @doe */>}}',
      '{{< comment >}}\n@doe\n{{< /comment >}}',
      '{{< video\n  src="@doe" >}}',
      '<![CDATA[ @doe ]]>',
      '---\ntitle: x\nkeywords: ["@doe"]\n---',
      '~~~\n@doe',
      '```\n@doe',
      'Twitter: @doe@x.org',
      'https://x.org/a?b=@doe',
      'ftp://x.org/@doe',
      'www.x.org/@doe',
      'file:///x/@doe',
      '[[a/@doe#x|@doe]]',
    ],
    cited: [
      '```\n@x\n\n[@y]\n',
      '[@a]: http://example.org "T"\n\nSee [text][@a].',
      '<pre>@x</pre> [@a] <code>@y</code>',
      '[^n]:\n    [@a]\n',
      '@{a b} [@{x;y}; @{https://x.org/?a=b[1]}]',
      '@{a}b @{}',
      '{{< highlight r >}}\n@x\n{{< /highlight >}}\n[@a] {{< highlight',
    ],
  },
  latex: {
    hostile: [
      '\\iffalse\n\\ifdraft \\cite{doe} \\fi\n\\cite{doe}\n\\fi',
      '\\begin{verbatim*}\n\\cite{doe}\n\\end{verbatim*}',
      '\\begin{filecontents*}{x.tex}\n\\cite{doe}\n\\end{filecontents*}',
      '\\begin{thebibliography}{1}\n\\bibitem{doe} A.\n\\end{thebibliography}\n\\cite{doe}',
      '\\begin{thebibliography}{1}\n\\bibitem[D(1)]{doe} A.\n\\end{thebibliography}\n\\cite{doe}',
      '\\begin{asy}\n// \\cite{doe}\n\\end{asy}',
      '\\begin{luacode}\ntex.print("\\cite{doe}")\n\\end{luacode}',
      '\\if0\n\\cite{doe}\n\\fi',
      '\\iftrue\n\\ifx\\a\\b y\\else z\\fi\n\\else\n\\cite{doe}\n\\fi',
      '\\string\\cite{doe}',
      '\\mint{tex}|\\cite{doe}|',
      '\\SaveVerb{a}|\\cite{doe}|',
      '\\begin{spverbatim}\n\\cite{doe}\n\\end{spverbatim}',
      '\\begin{LTXexample}\n\\cite{doe}\n\\end{LTXexample}',
      '\\lstnewenvironment{own}{}{}\n\\begin{own}\n\\cite{doe}\n\\end{own}',
      '\\DefineVerbatimEnvironment{own}{Verbatim}{}\n\\begin{own}\n\\cite{doe}\n\\end{own}',
      '\\newminted{tex}{}\n\\begin{texcode}\n\\cite{doe}\n\\end{texcode}',
      '\\excludecomment{own}\n\\begin{own}\n\\cite{doe}\n\\end{own}',
      '\\ifnum0=1 \\cite{doe}\\fi',
      '\\ifodd0 \\cite{doe}\\fi',
      '\\begin{verbatimtab}\n\\cite{doe}\n\\end{verbatimtab}',
      '\\begin{Verbatim*}\n\\cite{doe}\n\\end{Verbatim*}',
      '\\begin{BVerbatim*}\\cite{doe}\\end{BVerbatim*}',
      '\\begin{pyconsole}\\cite{doe}\\end{pyconsole}',
      '\\begin{sagesilent}\\cite{doe}\\end{sagesilent}',
      '\\meaning\\cite{doe}',
      '\\begin{scontents}\\cite{doe}\\end{scontents}',
      '\\begin{dot2tex}\\cite{doe}\\end{dot2tex}',
      '\\begin{verbatimwrite}{x}\\cite{doe}\\end{verbatimwrite}',
      '\\newtcblisting{own}{}\n\\begin{own}\n\\cite{doe}\n\\end{own}',
      '\\includecomment{a}\\excludecomment{own}\\begin{own}\\cite{doe}\\end{own}',
      '\\if01\\cite{doe}\\fi',
      '\\begin{filecontents}[overwrite]{x.tex}\n\\cite{doe}\n\\end{filecontents}',
      '\\if0 \\cite{doe}\\fi',
      '\\MakeShortVerb{\\|}\n|\\cite{doe}|',
      '\\lstMakeShortInline[x]!\n!\\cite{doe}!',
    ],
    cited: [
      '\\cite<e.g.>[p.~2]{a} \\shortciteA<see>{b} \\citeNP<cf.>{c}',
      '\\only<2>{\\cite{a}} \\onslide<3->{\\citep{b}}',
      '\\citen{a} \\citenum{b} \\citeasnoun{c} \\citeaffixed{d}{e.g.} \\citeyearNP{e} \\citealt*{f} \\Citet{g}',
      '\\citeA{a} \\citeauthor*{b} \\citeurl{c} \\citedate{d} \\citetitle{e} \\fullcite{f} \\footfullcite{g} \\supercite{h} \\smartcite{i} \\parencite*{j} \\notecite{k} \\pnotecite{l} \\fnotecite{m}',
      '\\citefield[p. 3]{a}[x]{title} \\citename{b}[fmt]{author}',
      '\\cite{a,*b,*c} \\cite{*}',
      '\\iffalse\\ifnum1=1 \\cite{x}\\fi\\cite{y}\\fi\\cite{a}',
      '\\cite{a}\\end{document}\\cite{x}',
      '\\lstinline|\\cite{x}| \\mintinline{tex}{\\cite{y}} \\url{x%\\cite} \\cite{a}',
      '\\section[short \\cite{a}]{long \\cite{b}} \\caption{c \\citep{c}}',
      '\\ifnum1=1 \\cite{a}\\else\\cite{x}\\fi \\ifnum\\value{b}=0 \\cite{b}\\else\\cite{c}\\fi',
      '\\ifdefined\\y \\cite{a}\\else \\cite{b}\\fi \\iffalse\\ifdefined\\y\\fi\\cite{x}\\fi \\cite{c}',
      '\\iftrue \\ifx\\p\\q \\cite{a}\\else \\cite{b}\\fi \\else \\cite{x}\\fi',
      '\\newcommand\\mycite[1]{\\cite{a}} \\mycite{b}',
      '\\newcites{own,other}{Own, Other} \\citeown{a} \\nociteother{b} \\citepown[3]{c}',
      '\\defcitealias{a}{Paper I} \\citetalias{b}',
      '\\ifx\\p\\q\\endinput\\fi \\cite{a}',
      '\\MakeShortVerb{\\|} |\\cite{x}| \\cite{a} \\DeleteShortVerb{\\|} |\\cite{b}|',
      '\\lstnewenvironment{code}{}{}\n\\begin{code}\n\\cite{x}\n\\end{code} \\cite{a}',
    ],
  },
  org: {
    hostile: [
      '[cite:doe]',
      '[[x][see [cite:@doe] y]]',
      '%%(diary [cite:@doe])',
      '#+begin_export\n[cite:@doe]\n#+end_export',
    ],
    cited: [
      '[cite:see; @a p. 3; and @b; passim] [cite/t:@c]',
      '| [cite:@a] | b |\n* Head [cite:@b] :tag:\n#+caption: c [cite:@c]',
      '[cite/nocite:@*] [cite:@a;@b;@c]',
      '[fn:1] See [cite:@a].\n[fn:: inline [cite:@b]]',
      '#+caption: As [cite:@a]\n#+caption[x]: [cite:@b]\n#+title: [cite:@c]',
      '\\begin{quote}\n[cite:@a]\n\n\\[ x\n\n[cite:@b] \\]',
    ],
  },
};
