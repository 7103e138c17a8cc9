import { arxivOf } from '../../base/identifiers/arxivId';
import { isFailure } from '../failure';
import type { Found } from '../found';
import { list, members, text } from '../shape';
import type { Client } from './client';
import { dateOf, itemOf, nameOf } from './item';

/** Hugging Face papers: what arXiv has and people there talk about. All but an id and a title may be missing. */
export const huggingFace: Client = {
  id: 'huggingface',
  kinds: ['arxiv'],

  async byId({ value }, asking) {
    try {
      return huggingFacePaper(
        await asking.json({ service: 'huggingface', path: `/api/papers/${encodeURIComponent(value)}` }),
      );
    } catch (error) {
      if (isFailure(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  },

  async search(words, limit, offset, asking) {
    // It gives all it finds at once.
    if (offset > 0) return [];
    const answer = await asking.json({ service: 'huggingface', path: '/api/papers/search', query: { q: words } });
    return list(answer)
      .map((each) => huggingFacePaper(members(each).paper ?? each))
      .filter((found) => found !== undefined)
      .slice(0, limit);
  },
};

/** A paper as Hugging Face writes it. */
export function huggingFacePaper(value: unknown): Found | undefined {
  const paper = members(value);
  const id = arxivOf(text(paper.id) ?? '');
  if (id === undefined) return undefined;
  const item = itemOf({
    type: 'article',
    title: text(paper.title),
    author: list(paper.authors)
      .map((author) => nameOf(text(members(author).name)))
      .filter((name) => name !== undefined),
    issued: dateOf(text(paper.publishedAt)),
    abstract: text(paper.summary),
    number: `arXiv:${id}`,
    publisher: 'arXiv',
    DOI: `10.48550/arxiv.${id.toLowerCase()}`,
    URL: `https://arxiv.org/abs/${id}`,
  });
  return (
    item && {
      item,
      service: 'huggingface',
      url: `https://huggingface.co/papers/${id}`,
      pdf: `https://arxiv.org/pdf/${id}`,
    }
  );
}
