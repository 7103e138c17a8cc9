import assert from 'node:assert/strict';
import { inert } from '../../../src/base/inert';

/** What VS Code makes a link of in a notification, an icon of in a label, and code of in a formatted text. */
const LINK = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+/i;
const CODE = /``/;
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

  it('is no code', () => {
    assert.match('``rm``', CODE);
    assert.doesNotMatch(inert('``rm`` ```` a'), CODE);
  });

  it('turns nothing around', () => {
    assert.equal(inert('“\u202Egnp.exe\u2066” is gone'), '“gnp.exe” is gone');
    assert.equal(inert('שלום \u200Fand\u200E on'), 'שלום \u200Fand\u200E on');
  });

  it('reads as before', () => {
    assert.equal(inert('[a](b) $(c) ``d``').replaceAll('\u200B', ''), '[a](b) $(c) ``d``');
    assert.equal(inert('Attention (2017) [sic] costs $ (5)'), 'Attention (2017) [sic] costs $ (5)');
  });
});
