import assert from 'node:assert/strict';
import { inert } from '../../../src/base/inert';

/** What VS Code makes a link of in a notification (`parseLinkedText`), and an icon of in a label. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;
const ICON = /\$\([a-z0-9-]+(?:~[a-z]+)?\)/i;

describe('text that is not ours', () => {
  it('is no link', () => {
    const title = '[Open the PDF](command:workbench.action.files.newUntitledFile)';
    assert.match(title, LINK);
    assert.doesNotMatch(inert(title), LINK);
    assert.doesNotMatch(inert('[a]([b](https://example.org))'), LINK);
  });

  it('is no icon', () => {
    assert.match('$(trash)', ICON);
    assert.doesNotMatch(inert('a $(trash) $$(sync~spin)'), ICON);
  });

  it('reads as before', () => {
    assert.equal(inert('[a](b) $(c)').replaceAll('\u200B', ''), '[a](b) $(c)');
    assert.equal(inert('Attention (2017) [sic] costs $ (5)'), 'Attention (2017) [sic] costs $ (5)');
  });
});
