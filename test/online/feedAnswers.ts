/* What feeds send, in the shapes that they document. */

/** A post of Hugging Face's daily papers. */
export const dailyPaper = (id: string, title: string, more: object = {}) => ({
  paper: {
    id,
    title,
    summary: `We study ${title}.`,
    authors: [{ name: 'Ada Lovelace' }, { name: 'Kaiming He' }],
    publishedAt: '2026-11-25T00:00:00.000Z',
    upvotes: 42,
    githubRepo: 'https://github.com/example/code',
    ai_keywords: ['contrastive learning', 'retrieval'],
    ...more,
  },
  publishedAt: '2026-11-26T00:00:00.000Z',
  title,
  numComments: 2,
});

/** An entry of arXiv's Atom feed. */
export const announced = (id: string, title: string, type = 'new', version = 1) =>
  `<entry><id>oai:arXiv.org:${id}v${version}</id><title>${title}</title><updated>2026-11-26T05:00:00+00:00</updated>` +
  `<link href="https://arxiv.org/abs/${id}" rel="alternate" type="text/html"/>` +
  `<summary>arXiv:${id}v${version} Announce Type: ${type} \nAbstract: We ask whether $a &lt; b$.</summary>` +
  `<category term="cs.CL"/><category term="cs.LG"/><published>2026-11-26T00:00:00-05:00</published>` +
  `<arxiv:announce_type>${type}</arxiv:announce_type><dc:creator>Ada Lovelace, José van den Berg</dc:creator></entry>`;

/** arXiv's Atom feed of a day. */
export const arxivFeed = (...entries: string[]) =>
  `<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns:arxiv="http://arxiv.org/schemas/atom" ` +
  `xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" xml:lang="en-us">` +
  `<id>http://rss.arxiv.org/atom/cs.CL</id><title>cs.CL updates on arXiv.org</title>` +
  `<updated>2026-11-26T05:00:00+00:00</updated>${entries.join('')}</feed>`;

/** A post of bioRxiv's API. */
export const post = (doi: string, title: string, more: object = {}) => ({
  title,
  authors: 'Lovelace, A.; van den Berg, J.',
  doi,
  date: '2026-11-25',
  version: '1',
  type: 'new results',
  license: 'cc_by',
  category: 'cell biology',
  abstract: `We grow ${title}.`,
  published: 'NA',
  server: 'bioRxiv',
  ...more,
});

export const posts = (all: readonly object[], total = all.length, cursor = 0) => ({
  messages: [{ status: 'ok', cursor, count: all.length, total: String(total) }],
  collection: all,
});
export const NO_POSTS = { messages: [{ status: 'no posts found' }], collection: [] };

/** An RSS 2.0 feed, as journals have it. */
export const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
  `xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"><channel><title>A Journal</title>${items.join('')}</channel></rss>`;
