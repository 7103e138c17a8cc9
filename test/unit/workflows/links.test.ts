import assert from 'node:assert/strict';
import type { Entry } from '../../../src/library/model/entry';
import { paperLinks } from '../../../src/workflows/links';
import { entry } from './entries';

describe('paperLinks', () => {
  const links = (fields: Partial<Entry>, ...urls: string[]) =>
    it(`${JSON.stringify(fields)}: ${urls.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        paperLinks(entry({ citekey: 'k', ...fields })).map(({ url }) => url),
        urls,
      ));

  links({});
  links({ doi: '10.1000/182' }, 'https://doi.org/10.1000/182');
  links(
    { doi: '10.1002/(SICI)1097<1::AID>3.0.CO;2-#' },
    'https://doi.org/10.1002/(SICI)1097%3C1%3A%3AAID%3E3.0.CO%3B2-%23',
  );
  links({ arxiv: '1706.03762' }, 'https://arxiv.org/abs/1706.03762');
  links({ arxiv: 'math.GT/0309136' }, 'https://arxiv.org/abs/math.GT/0309136');
  links({ url: 'https://example.org/paper' }, 'https://example.org/paper');
  links({ arxiv: '1706.03762', url: 'http://www.arxiv.org/abs/1706.03762' }, 'https://arxiv.org/abs/1706.03762');
  links({ doi: '10.1000/182', url: 'http://dx.doi.org/10.1000/182' }, 'https://doi.org/10.1000/182');
  links({ url: 'javascript:alert(1)' });
  links({ url: 'file:///etc/passwd' });
  links({ url: '\\\\host\\share' });
  links({ url: 'no url' });
});
