import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const BIB = `@article{knuth1984literate,
  author = {Knuth, Donald E.}, title = {Literate Programming}, journal = {The Computer Journal}, year = 1984
}
@inproceedings{vaswani2017attention,
  author = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki}, title = {Attention Is All You Need}, year = 2017
}
@article{shannon1948theory,
  author = {Shannon, Claude E.}, title = {A Mathematical Theory of Communication}, year = 1948
}
@book{handbook2001,
  editor = {Doe, Jane}, title = {Handbook of Careful Writing}, publisher = {Press}, year = 2001
}
@incollection{roe2001citing,
  author = {Roe, Richard}, title = {On Citing Well}, crossref = {handbook2001}, year = 2001
}
@article{lamport1978time,
  author = {Lamport, Leslie}, title = {Time, Clocks, and the Ordering of Events}, year = 1978
}
@article{hoare1969axiomatic,
  author = {Hoare, C. A. R.}, title = {An Axiomatic Basis for Computer Programming}, year = 1969
}
`;

/** A small thesis with what lies beside it, by paths. */
export const THESIS: Readonly<Record<string, string>> = {
  'refs.bib': BIB,
  'thesis.tex': `\\documentclass{book}
\\usepackage[style=authoryear]{biblatex}
\\addbibresource{refs.bib}
\\begin{document}
\\include{chapters/introduction}
\\include{chapters/method}
\\include{chapters/results}
\\printbibliography
\\end{document}
`,
  'chapters/introduction.tex': `\\chapter{Introduction}
Programs are written for people \\autocite[97]{knuth1984literate}. What carries meaning can be measured
\\parencite{shannon1948theory}. % \\cite{lamport1978time}
As \\textcite{knuth1984literate} says, a program is an essay \\autocite{tufte1983visual}.
`,
  'chapters/method.tex': `\\chapter{Method}
We follow \\textcite[see][12]{roe2001citing} throughout \\autocite{vaswani2017attention,shannon1948theory}.
`,
  'chapters/results.tex': `\\chapter{Results}
Attention was paid \\autocite{vaswani2017attention}, as shown in \\autocite{vaswani2017atention}.
`,
  'paper.md': `---
title: A Paper on Papers
bibliography: refs.bib
---

# Introduction

Writing is thinking [@knuth1984literate, p. 97; @shannon1948theory]. As @vaswani2017attention shows in @fig-heads, attention is
all that is needed, which @vaswani2017attention repeats; @nobody1999 knows better.

\`\`\`python
@dataclass
class Paper: ...
\`\`\`

# Method

We ask as @roe2001citing asked. Write to jane@example.org.
`,
  'talk.typ': `= A Talk

As @knuth1984literate[p. 97] says. // @lamport1978time

#bibliography("refs.bib")
`,
  'diary.org': `* Monday
Read [cite:@shannon1948theory p. 3].
#+bibliography: refs.bib
`,
  'notes/knuth1984literate.md':
    '---\ncitekey: knuth1984literate\nstatus: read\n---\n\n# Literate Programming\n\nSee [[shannon1948theory]].\n',
  'README.md': '# A thesis\n\nThanks to @jane and @john.\n',
};

/** Writes the files into a folder. */
export async function writeThesis(folder: string): Promise<void> {
  for (const [path, text] of Object.entries(THESIS)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
