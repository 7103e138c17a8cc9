import type { CslName } from '../../library/model/csl';
import { doiOf } from '../../base/identifiers/doi';
import { isFailure } from '../failure';
import type { Found } from '../found';
import { list, members, number, text, webLink } from '../shape';
import type { Client } from './client';
import { dateOf, itemOf, nameOf } from './item';

/** DataCite (REST API: https://support.datacite.org/docs/api): data sets, software, theses, and arXiv's own DOIs. */
export const datacite: Client = {
  id: 'datacite',
  kinds: ['doi'],

  async byId({ value }, asking) {
    try {
      const path = `/dois/${encodeURIComponent(value)}`;
      const answer = await asking.json({ service: 'datacite', path });
      return foundOf(members(members(members(answer).data).attributes));
    } catch (error) {
      if (isFailure(error) && error.code === 'not-found') return undefined;
      throw error;
    }
  },
};

function foundOf(work: Readonly<Record<string, unknown>>): Found | undefined {
  const doi = doiOf(text(work.doi) ?? '');
  const container = members(work.container);
  const types = members(work.types);
  const publisher = text(work.publisher) ?? text(members(work.publisher).name);
  const date = list(work.dates)
    .map(members)
    .find(({ dateType }) => dateType === 'Issued');
  const year = number(work.publicationYear);
  const issued = dateOf(text(date?.date)) ?? (year === undefined ? undefined : { 'date-parts': [[year]] });
  const item = itemOf({
    type: TYPES[text(types.resourceTypeGeneral) ?? ''] ?? text(types.citeproc),
    title: mainTitle(work.titles),
    author: list(work.creators)
      .map(nameOfCreator)
      .filter((name) => name !== undefined),
    issued,
    'container-title': text(container.title),
    volume: text(container.volume),
    issue: text(container.issue),
    publisher,
    abstract: text(
      list(work.descriptions)
        .map(members)
        .find(({ descriptionType }) => descriptionType === 'Abstract')?.description,
    ),
    version: text(work.version),
    language: text(work.language),
    DOI: doi,
    URL: doi === undefined ? webLink(work.url) : `https://doi.org/${doi}`,
  });
  return item && { item, service: 'datacite', url: doi && `https://doi.org/${doi}` };
}

/** The kinds of resources that DataCite's own translation makes an "article" of, or nothing. */
const TYPES: Readonly<Record<string, string | undefined>> = {
  Dataset: 'dataset',
  Software: 'software',
  Dissertation: 'thesis',
  Preprint: 'article',
  JournalArticle: 'article-journal',
  ConferencePaper: 'paper-conference',
  Report: 'report',
  Book: 'book',
  BookChapter: 'chapter',
};

function mainTitle(titles: unknown): string | undefined {
  const all = list(titles).map(members);
  return text((all.find(({ titleType }) => titleType === undefined || titleType === null) ?? all[0])?.title);
}

function nameOfCreator(creator: unknown): CslName | undefined {
  const { name, nameType, givenName, familyName } = members(creator);
  const family = text(familyName);
  if (family !== undefined) return { family, given: text(givenName) };
  const whole = text(name);
  return nameType === 'Organizational' && whole !== undefined ? { literal: whole } : nameOf(whole);
}
