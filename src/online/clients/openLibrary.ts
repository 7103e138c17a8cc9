import { findIsbn } from '../../library/model/isbn';
import { firstText, list, members, number, text, webLink } from '../shape';
import type { Client } from './client';
import { itemOf, nameOf } from './item';

/** Open Library (Books API: https://openlibrary.org/dev/docs/api/books). */
export const openLibrary: Client = {
  id: 'openlibrary',
  kinds: ['isbn'],

  async byId({ value }, asking) {
    const name = `ISBN:${value}`;
    const query = { bibkeys: name, format: 'json', jscmd: 'data' };
    const book = members(members(await asking.json({ service: 'openlibrary', path: '/api/books', query }))[name]);
    const title = text(book.title);
    const subtitle = text(book.subtitle);
    const year = /\b(1[4-9]\d\d|20\d\d)\b/.exec(text(book.publish_date) ?? '')?.[1];
    // It may be asked by the old number of ten digits.
    const isbn = firstText(members(book.identifiers).isbn_13);
    const item = itemOf({
      type: 'book',
      title: title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title,
      author: list(book.authors)
        .map((author) => nameOf(text(members(author).name)))
        .filter((author) => author !== undefined),
      issued: year === undefined ? undefined : { 'date-parts': [[Number(year)]] },
      publisher: text(members(list(book.publishers)[0]).name),
      'publisher-place': text(members(list(book.publish_places)[0]).name),
      'number-of-pages': number(book.number_of_pages),
      ISBN: findIsbn(isbn ?? value) ?? value,
    });
    return item && { item, service: 'openlibrary', url: webLink(book.url) };
  },
};
